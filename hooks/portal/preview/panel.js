// Reloads the page after a new build.
const seen = new URL(import.meta.url).searchParams.get("build");

/** @param {string} build */
async function follow(build) {
  for (;;) {
    try {
      const reply = await fetch(`/__preview__/build?after=${build}`);
      const now = await reply.text();
      if (reply.ok && build && now !== build) return location.reload();
      build = now;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 1000)); // the preview was stopped, and may be restarted
    }
  }
}

follow(seen ?? "");
