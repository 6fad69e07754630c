// What html-validate looks for in the built pages, and why a rule of its is not ours.
export default {
  root: true,
  extends: ["html-validate:recommended", "html-validate:document", "html-validate:a11y"],
  rules: {
    // The standard allows both; ours is the common one.
    "doctype-style": ["error", { style: "lowercase" }],
    // Hashes guard against other hosts that change a file. Nothing comes from another host.
    "require-sri": ["error", { target: "crossorigin" }],
    // Spaces that templates leave weigh nothing once compressed, and nobody sees them.
    "no-trailing-whitespace": "off",
    // A title begins with the page's topic; search engines cut what follows, tabs show all of it in a tooltip.
    "long-title": "off",
    // The search answers while one types; there is nothing to send. H32 is one technique of several, no criterion.
    "wcag/h32": "off",
  },
};
