/** Completion and complaints while somebody types: VS Code, and editors that read its settings, with the extension of Red Hat for YAML. */
export function editorSettings(): string {
  const schemas = {
    './scenarios/schema/scenario.schema.json': [
      'scenarios/**/*.yaml',
      '!scenarios/fixtures/*',
      '!scenarios/fragments/*',
    ],
    './scenarios/schema/company.schema.json': ['scenarios/fixtures/*.yaml'],
    './scenarios/schema/config.schema.json': ['scimulator.config.yaml'],
  }
  return `${JSON.stringify({ 'yaml.schemas': schemas }, null, 2)}\n`
}
