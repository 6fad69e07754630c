// The rules of html-validate for the built pages.
export default {
  root: true,
  extends: ["html-validate:recommended", "html-validate:document", "html-validate:a11y"],
  rules: {
    // Hashes protect against changes by other hosts. Nothing comes from another host.
    "require-sri": ["error", { target: "crossorigin" }],
  },
};
