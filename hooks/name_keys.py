"""Names keys as keyboards of the page's language do: ++ctrl+c++ is Strg+C in German."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs_types import words_of


@event_priority(-101)  # after static-i18n (-100) has chosen the language
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Set the names for the pages of this language, which are rendered next."""
    config.mdx_configs["pymdownx.keys"] = {"strict": True, "key_map": dict(words_of(config)["keys"])}
    return config
