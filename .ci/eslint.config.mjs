// What eslint looks for in the scripts of pages, of the preview and of the tests: its recommended rules. Names that no
// browser knows are found by TypeScript (.ci/tsconfig.json), which has the whole list; so it is not kept here again.
import js from "@eslint/js";

export default [
  { ignores: ["**/node_modules/", ".cache/", ".venv/", "site*/", "tests/faults/", "benchmarks/starlight/"] },
  {
    files: ["docs/assets/javascripts/*.js", "hooks/portal/preview/*.js", "tests/audit/*.js", ".ci/**/*.mjs"],
    ...js.configs.recommended,
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      ...js.configs.recommended.rules,
      "no-undef": "off", // TypeScript's: see above
      "no-empty": ["error", { allowEmptyCatch: true }], // storage may be blocked: then nothing is to be done
    },
  },
];
