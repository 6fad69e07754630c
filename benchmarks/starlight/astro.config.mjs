// Starlight as it comes, in both languages. benchmarks/others.py writes the content beside it.
import starlight from "@astrojs/starlight";
import { defineConfig, passthroughImageService } from "astro/config";

export default defineConfig({
  image: { service: passthroughImageService() }, // there are no images to work on
  integrations: [
    starlight({
      title: "Upgrade-Hilfe für Cloud PBX 2.0",
      defaultLocale: "root",
      locales: { root: { label: "Deutsch", lang: "de" }, en: { label: "English", lang: "en" } },
    }),
  ],
});
