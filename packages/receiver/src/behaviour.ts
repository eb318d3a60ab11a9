import { defineSwitch, type SwitchRecord } from '@scimulator/shared/behaviour'

/** What the help pages leave open and people may want to see both ways. */
export const receiverSwitches = {
  deletedMembers: defineSwitch({
    id: 'deletedMembers',
    values: ['restore', 'conflict', 'ignore'],
    default: 'restore',
    grade: 'decided',
    source: 'Lark A13',
    describes: 'What a create does that matches no member but a deleted one.',
  }),
  phoneTypes: defineSwitch({
    id: 'phoneTypes',
    values: ['workThenMobile', 'workOnly'],
    default: 'workThenMobile',
    grade: 'decided',
    source: 'Lark B11',
    describes:
      'Which phone number becomes the mobile: the page maps type work, the Entra ID mapping sends type mobile.',
  }),
}

export type ReceiverSwitches = SwitchRecord<typeof receiverSwitches>
