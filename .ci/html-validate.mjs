// What html-validate looks for in the built pages, and why a rule of its is not ours.
export default {
  root: true,
  extends: ["html-validate:recommended", "html-validate:document", "html-validate:a11y"],
  rules: {
    // Hashes guard against other hosts that change a file. Nothing comes from another host.
    "require-sri": ["error", { target: "crossorigin" }],
  },
};
