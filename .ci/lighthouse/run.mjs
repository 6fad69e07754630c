// node run.mjs CATEGORIES URL…: runs Lighthouse on one page after the other, as on a phone (its default profile), and prints
// a line of JSON for each: scores per category (0 to 1), the audits that are not passed, and the metrics that were measured.
import * as launcher from "chrome-launcher";
import lighthouse from "lighthouse";

const METRICS = {
  lcp: "largest-contentful-paint",
  tbt: "total-blocking-time",
  cls: "cumulative-layout-shift",
  bytes: "total-byte-weight",
};
const [categories, ...urls] = process.argv.slice(2);
const chromeFlags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-extensions"];
const chrome = await launcher.launch({ chromePath: process.env.CHROME_PATH, chromeFlags });

try {
  for (const url of urls) {
    const { lhr } = await lighthouse(url, { port: chrome.port, onlyCategories: categories.split(","), logLevel: "error" });
    if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
    const { audits } = lhr;
    console.log(
      JSON.stringify({
        url,
        scores: Object.fromEntries(Object.entries(lhr.categories).map(([name, { score }]) => [name, score])),
        failed: Object.values(audits)
          .filter(({ score, scoreDisplayMode }) => score !== null && score < 1 && scoreDisplayMode === "binary")
          .map(({ id, title }) => `${id}: ${title}`),
        metrics: Object.fromEntries(Object.entries(METRICS).map(([name, id]) => [name, audits[id]?.numericValue])),
        // Lighthouse lists images that stand in the stylesheet (data:), which cost no request.
        requests: audits["network-requests"]?.details.items.filter(({ url }) => !url.startsWith("data:")).length,
      }),
    );
  }
} finally {
  chrome.kill();
}
