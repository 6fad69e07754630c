// eslint's recommended rules, for the scripts of pages, preview and tests. TypeScript (.ci/tsconfig.json) reports
// unknown names, so that no list of browser globals is needed here.
import js from "@eslint/js";

export default [
  { ignores: ["**/node_modules/", ".cache/", ".venv/", "site*/", "tests/faults/", "benchmarks/starlight/"] },
  {
    files: ["docs/assets/javascripts/**/*.js", "hooks/portal/preview/*.js", "tests/audit/*.js", ".ci/**/*.mjs"],
    ...js.configs.recommended,
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      ...js.configs.recommended.rules,
      "no-undef": "off", // TypeScript does this: see above
      "no-empty": ["error", { allowEmptyCatch: true }], // storage may be blocked, which is fine
    },
  },
];
