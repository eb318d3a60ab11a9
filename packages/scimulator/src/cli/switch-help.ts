/** What `--switch` takes, for --help. */
export const SWITCH_HELP = 'values for the switches that docs/fidelity.md lists, each as name=value'
