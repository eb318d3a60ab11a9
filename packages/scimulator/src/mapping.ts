// Entra ID's attribute mapping language, a library in its own right: parser, checker, printer, evaluator, trace. Pure.
export * from '@scimulator/entra-sim/expression'
