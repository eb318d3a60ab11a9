// PATCH (RFC 7644 §3.5.2), in the forms that Entra ID writes with and without aadOptscim062020, and JumpCloud.
import { compileElementFilter, describedBy } from './filter.mjs'
import { parsePath } from './paths.mjs'
import { ENTERPRISE, kinds } from './schemas.mjs'
import { invalid } from './scim-error.mjs'
import { distinct, isObject, onePrimary, readSingle, readValue } from './values.mjs'

/** The resource after all operations of a PATCH body. The one given stays as it is, so that a failing PATCH changes nothing. */
export function applyPatch(resource, body, kind, faults) {
  const draft = structuredClone(resource)
  const all = operationsOf(body)
  for (const operation of faults.has('only-one-operation') ? all.slice(0, 1) : withoutRemovals(all, faults)) {
    change(draft, readOperation(operation, faults), kind, faults)
  }
  if (isObject(draft[ENTERPRISE]) && Object.keys(draft[ENTERPRISE]).length === 0) delete draft[ENTERPRISE]
  return draft
}

/** For the fault that of several removals only the first is done. */
function withoutRemovals(all, faults) {
  const isRemoval = (one) => /^remove$/i.test(memberOf(one, 'op')) && /^members\[/i.test(memberOf(one, 'path'))
  const first = all.find(isRemoval)
  return faults.has('only-one-member-removed') ? all.filter((one) => one === first || !isRemoval(one)) : all
}

function operationsOf(body) {
  const operations = isObject(body) ? memberOf(body, 'operations') : undefined
  if (!Array.isArray(operations) || operations.length === 0) {
    throw invalid('A PATCH has Operations, an array.', 'invalidSyntax')
  }
  return operations
}

function readOperation(operation, faults) {
  if (!isObject(operation)) throw invalid('An operation is an object.', 'invalidSyntax')
  const op = String(memberOf(operation, 'op'))
  const isKnown = ['add', 'replace', 'remove'].includes(faults.has('capital-operations') ? op : op.toLowerCase())
  if (!isKnown) throw invalid(`There is no operation ${JSON.stringify(op)}.`, 'invalidSyntax')
  return { op: op.toLowerCase(), path: memberOf(operation, 'path'), value: memberOf(operation, 'value') }
}

function memberOf(object, name) {
  return Object.entries(object).find(([key]) => key.toLowerCase() === name)?.[1]
}

function change(draft, { op, path, value }, kind, faults) {
  if (path === undefined || path === null || path === '') return changeMany(draft, op, value, kind, faults, '')
  const target = parsePath(String(path), kind)
  if (!target) throw invalid(`No schema knows the path ${JSON.stringify(path)}.`, 'invalidPath')
  if (!target.attribute) {
    if (op === 'remove') delete draft[ENTERPRISE]
    return op === 'remove' ? undefined : changeMany(draft, op, value, kind, faults, `${ENTERPRISE}:`)
  }
  if (target.attribute.mutability === 'readOnly') {
    throw invalid(`${target.attribute.name} cannot be written.`, 'mutability')
  }
  if (faults.has('dotted-path-not-done') && target.attribute.name === 'name' && target.sub) return
  changeOne(draft, op, target, value, faults)
}

/** An object without a path: each of its keys is a path. Read-only and unknown ones are ignored, as in a PUT. */
function changeMany(draft, op, value, kind, faults, prefix) {
  if (op === 'remove') throw invalid('A remove needs a path.', 'noTarget')
  if (!isObject(value)) throw invalid('An operation without a path needs an object.', 'invalidSyntax')
  if (faults.has('patch-without-path-refused')) throw invalid('An operation needs a path.', 'invalidPath')
  if (faults.has('patch-without-path-ignored')) return
  for (const [key, inner] of Object.entries(value)) {
    if (faults.has('urn-keys-ignored') && key.toLowerCase().startsWith('urn:')) continue
    if (faults.has('dotted-keys-ignored') && /^\w+(\[.*\])?\.\w+$/.test(key)) continue
    const target = parsePath(`${prefix}${key}`, kind)
    if (!target || target.attribute?.mutability === 'readOnly') continue
    if (target.attribute) changeOne(draft, op, target, inner, faults)
    else changeMany(draft, op, inner ?? {}, kind, faults, `${ENTERPRISE}:`)
  }
}

function changeOne(draft, op, target, value, faults) {
  const { isExtension, attribute } = target
  if (isSilentlyIgnored(op, target, faults)) return
  if (isExtension) draft[ENTERPRISE] ??= {}
  const container = isExtension ? draft[ENTERPRISE] : draft
  const before = container[attribute.name]
  const after = attribute.multiValued
    ? changeElements(before ?? [], op, target, value, faults)
    : changeSingle(before, op, target, value, faults)
  if (after === undefined || (Array.isArray(after) && after.length === 0)) delete container[attribute.name]
  else container[attribute.name] = after
}

function isSilentlyIgnored(op, { isExtension, attribute }, faults) {
  const { name } = attribute
  const isOfGroup = kinds.Group.core.includes(attribute)
  if (faults.has('update-not-done') && name === 'displayName' && !isOfGroup) return true
  if (faults.has('group-rename-not-done') && name === 'displayName' && isOfGroup) return true
  if (faults.has('title-not-written') && name === 'title') return true
  if (faults.has('manager-ignored') && name === 'manager') return true
  if (faults.has('enterprise-dropped') && isExtension) return true
  if (faults.has('remove-not-done') && name !== 'members' && op === 'remove') return true
  return faults.has('member-add-not-done') && name === 'members' && op === 'add'
}

function changeSingle(before, op, { attribute, sub }, value, faults) {
  if (!sub) {
    const read = op === 'remove' ? undefined : readSingle(attribute, value, faults)
    return attribute.name === 'name' && read ? { ...before, ...read } : read
  }
  const inner = op === 'remove' ? undefined : readValue(sub, value, faults)
  const after = withSub(before ?? {}, sub, inner)
  return Object.keys(after).length === 0 || (attribute.name === 'manager' && !after.value) ? undefined : after
}

//  path                    | add                | replace            | remove
//  ------------------------+--------------------+--------------------+------------------------------------
//  members                 | append what is new | set whole          | what `value` names, all without one
//  emails.value            | in every element   | in every element   | in every element
//  emails[type eq "work"]  | merge into what fits, create what is described   | take out what fits
//  emails[…].value         | set in what fits, create what is described       | unassign in what fits
function changeElements(before, op, { attribute, filter, sub }, value, faults) {
  if (filter !== undefined) return changeFitting(before, op, { attribute, filter, sub }, value, faults)
  if (sub) {
    const inner = op === 'remove' ? undefined : readValue(sub, value, faults)
    const elements = before.length === 0 && inner !== undefined ? [{}] : before
    return settled(elements.map((element) => withSub(element, sub, inner)))
  }
  const given = readValue(attribute, value, faults) ?? []
  if (op === 'replace') return given
  if (op === 'add') return added(before, attribute, given, faults)
  if (given.length === 0 || (faults.has('member-remove-empties-group') && attribute.name === 'members')) return []
  const isFirstOnly = faults.has('only-one-member-removed') && attribute.name === 'members'
  const gone = new Set((isFirstOnly ? given.slice(0, 1) : given).map(keyOf))
  const isAbsent = !before.some((element) => gone.has(keyOf(element)))
  if (isAbsent && faults.has('absent-member-remove-refused')) throw invalid('Not a member.')
  return before.filter((element) => !gone.has(keyOf(element)))
}

function added(before, attribute, given, faults) {
  if (attribute.name === 'members') {
    if (faults.has('member-add-replaces')) return given
    const there = new Set(before.map(keyOf))
    const isRepeated = given.some((element) => there.has(keyOf(element)))
    if (isRepeated && faults.has('repeated-member-add-refused')) throw invalid('Already a member.')
    return distinct([...before, ...(faults.has('only-one-member-added') ? given.slice(0, 1) : given)])
  }
  const all = distinct([...before, ...given])
  return faults.has('two-primaries') ? all : onePrimary(all)
}

function changeFitting(before, op, { attribute, filter, sub }, value, faults) {
  const fits = compileElementFilter(filter, attribute)
  const isHit = before.some(fits)
  if (op === 'remove') {
    const fault = attribute.name === 'members' ? faultOfRemoval(isHit, faults) : undefined
    if (fault) return fault(before)
    if (!sub) return before.filter((element) => !fits(element))
    return settled(before.map((element) => (fits(element) ? withSub(element, sub, undefined) : element)))
  }
  const update = sub ? { [sub.name]: readValue(sub, value, faults) } : (readSingle(attribute, value, faults) ?? {})
  if (isHit) {
    if (faults.has('filtered-replace-not-done')) return before
    const hitsAll = faults.has('filtered-replace-hits-all')
    const wipes = faults.has('filtered-replace-wipes-others')
    const kept = wipes ? before.filter(fits) : before
    const other = (element) => (update.primary === true && element.primary ? { ...element, primary: false } : element)
    return settled(kept.map((element) => (hitsAll || fits(element) ? merged(element, update) : other(element))))
  }
  if (faults.has('filtered-add-ignored')) return before
  const described = faults.has('filtered-add-refused') ? undefined : describedBy(filter, attribute)
  if (!described) throw invalid(`${attribute.name}[${filter}] fits no element.`, 'noTarget')
  return settled([...(faults.has('filtered-add-replaces') ? [] : before), merged(described, update)])
}

/** What a removal of members[value eq "…"] does instead, where it has a fault. */
function faultOfRemoval(isHit, faults) {
  if (!isHit && faults.has('absent-member-remove-refused')) throw invalid('Not a member.')
  if (faults.has('member-filter-remove-empties-group')) return () => []
  return faults.has('member-filter-remove-not-done') ? (before) => before : undefined
}

/** Without elements that have lost all but their label, and with one primary. */
function settled(elements) {
  const labels = ['type', 'primary', 'display']
  return onePrimary(elements.filter((element) => Object.keys(element).some((name) => !labels.includes(name))))
}

function merged(element, update) {
  return Object.entries(update).reduce((after, [name, value]) => withSub(after, { name }, value), element)
}

function withSub(element, { name }, value) {
  const { [name]: _before, ...rest } = element
  return value === undefined ? rest : { ...rest, [name]: value }
}

function keyOf(element) {
  return isObject(element) ? (element.value ?? JSON.stringify(element)) : element
}
