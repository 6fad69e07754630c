"""The table of checks: what each looks at, the function that does it, and the codes of what it can find."""

from portal.checks import drawing_words, drawings, search_words
from portal.checks.active_svg import SVG_SCRIPT, check_active_svg
from portal.checks.address_allowances import check_allowances
from portal.checks.agreement import DURATION_DIFFERS, VERSION_UNANSWERED, check_agreement, check_known_versions
from portal.checks.asset_versions import check_asset_versions
from portal.checks.boxes import ADMONITION_FORM, ADMONITION_KIND, check_boxes
from portal.checks.checklist import CHECKLIST_ITEM, check_checklist
from portal.checks.config_file import CONFIG_KEY, NAV_UNTRANSLATED, check_config
from portal.checks.config_texts import check_config_texts
from portal.checks.conflict_markers import check_conflicts, check_other_conflicts
from portal.checks.dates import DATE_FORM, check_dates
from portal.checks.definitions import (
    CAPTION_FORM,
    DEFINITION_FORM,
    TERM_FORM,
    check_captions,
    check_definitions,
    check_terms,
)
from portal.checks.durations import DURATION_MISMATCH, check_durations
from portal.checks.elements import ELEMENT_UNCLOSED, WORDS_LOST, check_cells, check_elements
from portal.checks.encodings import FILE_ENCODING, check_encodings
from portal.checks.facts import FACT_OVERDUE, FACT_UNUSED, check_fact_texts, check_overdue, check_unused
from portal.checks.feeds import check_feeds
from portal.checks.fences import check_fences
from portal.checks.file_names import FILE_NAME, FILE_STRAY, check_file_names
from portal.checks.footnotes import FOOTNOTE_UNUSED, check_footnotes
from portal.checks.headings import HEADING_EMPTY, HEADING_ID, HEADING_LEVEL, HEADING_SECOND, check_headings
from portal.checks.image_texts import IMAGE_TEXT, IMAGE_WEIGHT, check_image_texts, check_image_weights
from portal.checks.item_counts import CHECKLIST_COUNT, check_item_counts
from portal.checks.leftovers import MARKUP_LEFTOVER, check_leftovers
from portal.checks.links import LINK_CODES, check_links
from portal.checks.links.codes import LINK_ANCHOR_MISSING, LINK_PAGE_MISSING, REDIRECT_BROKEN
from portal.checks.lists import LIST_RESTART, MARKUP_EMPTY, check_lists
from portal.checks.literals import ADDRESS_LITERAL, FACT_LITERAL, check_literals
from portal.checks.markup import IMAGE_SIZE, MARKUP_INLINE, check_markup
from portal.checks.misplaced_pages import PAGE_MISPLACED, check_urls
from portal.checks.nav import NAV_DUPLICATE, NAV_MISSING, NAV_OMITTED, PAGE_MISSING, check_nav, check_starts
from portal.checks.notices import NOTICE_EXPIRED, check_expired, check_notices_file
from portal.checks.other_texts import OTHER_TEXT_CODES, check_other_texts
from portal.checks.passages import PASSAGE_UNUSED, check_passages
from portal.checks.placeholder_text import PLACEHOLDER_TEXT, check_placeholder_text
from portal.checks.placeholders import FACT_UNKNOWN, PLACEHOLDER_MALFORMED, check_placeholders
from portal.checks.planner import PLAN_INCOMPLETE, check_planner
from portal.checks.platforms import VERSION_PLATFORM, check_platform
from portal.checks.reading import (
    check_facts_file,
    check_names_file,
    check_page_files,
    check_pdf_files,
    check_terms_file,
)
from portal.checks.redirects import check_redirects
from portal.checks.scopes import DATES, PAGE, PAIR, PROJECT, READING, SITE, SOURCE, check
from portal.checks.search_indexes import SEARCH_INDEX_WRONG, check_indexes
from portal.checks.security_txt import SECURITY_EXPIRES, check_security
from portal.checks.seo import SEO_CODES, check_seo
from portal.checks.short_texts import check_short_texts
from portal.checks.site_text import PAGE_UNPUBLISHED, check_other_files, check_pages, check_published
from portal.checks.stale_translations import TRANSLATION_STALE, check_fresh
from portal.checks.term_variants import TERM_VARIANT, check_variants
from portal.checks.translated_blocks import (
    TRANSLATION_BLOCK,
    TRANSLATION_FIELD,
    TRANSLATION_INCLUDE,
    check_blocks,
    check_fields,
)
from portal.checks.translated_code import TRANSLATION_CODE, check_code
from portal.checks.translated_names import TRANSLATION_NAME, check_names
from portal.checks.translated_values import TRANSLATION_VALUE, check_values
from portal.checks.translations import (
    ORDERED,
    TRANSLATION_ITEM_MISSING,
    TRANSLATION_MISSING,
    UNORDERED,
    check_same_pages,
    check_same_parts,
)
from portal.checks.version_history import HISTORY_MISSING, HISTORY_ORDER, HISTORY_STALE, check_history
from portal.checks.versions import (
    VERSION_DIFFERS,
    VERSION_FAMILY,
    VERSION_UNKNOWN,
    check_family,
    check_same_versions,
    check_unknown,
)
from portal.checks.video import VIDEO_CAPTIONS, VIDEO_LENGTH, VIDEO_STALE, check_storyboard_file, check_video
from portal.checks.wrong_language import LANGUAGE_SLIP, check_language
from portal.formats.xml import FILE_UNREADABLE
from portal.site.pdfs import PDF_UNREADABLE
from portal.sources.config import NAV_INVALID
from portal.sources.drawing_form import DRAWING_INVALID
from portal.sources.facts import ADDRESS_ALLOWANCE
from portal.sources.facts_file import FACTS_INVALID, FACTS_UNREADABLE
from portal.sources.front_matter import FRONT_MATTER_INVALID
from portal.sources.history import HISTORY_INVALID
from portal.sources.notices_file import NOTICE_INVALID, NOTICE_TIME
from portal.sources.page import INCLUDE_MISSING, PAGE_UNREADABLE
from portal.sources.search_file import SEARCH_INVALID
from portal.sources.serving import SERVING_INVALID
from portal.sources.storyboard import VIDEO_INVALID
from portal.sources.text_files import LINE_LONG
from portal.sources.whole_names import NAMES_INVALID
from portal.sources.word_list import TERMS_INVALID

LINKS = check(SITE, check_links, *LINK_CODES)
CHECKS = (
    check(READING, check_facts_file, FACTS_INVALID, FACTS_UNREADABLE),
    check(READING, check_names_file, NAMES_INVALID),
    check(READING, check_terms_file, TERMS_INVALID),
    check(READING, check_notices_file, NOTICE_INVALID, NOTICE_TIME),
    check(READING, search_words.check_search_file, SEARCH_INVALID),
    check(READING, drawings.check_drawing_files, DRAWING_INVALID, FILE_UNREADABLE),
    check(READING, check_storyboard_file, VIDEO_INVALID),
    check(READING, check_other_conflicts, MARKUP_LEFTOVER),
    check(READING, check_encodings, FILE_ENCODING),
    check(READING, check_file_names, FILE_NAME, FILE_STRAY),
    check(READING, check_nav, NAV_INVALID, NAV_MISSING, NAV_DUPLICATE, NAV_OMITTED),
    check(READING, check_config, CONFIG_KEY, NAV_UNTRANSLATED),
    check(READING, check_starts, PAGE_MISSING),
    check(READING, check_urls, PAGE_MISPLACED),
    check(READING, check_page_files, FRONT_MATTER_INVALID, PAGE_UNREADABLE, INCLUDE_MISSING, LINE_LONG),
    check(SOURCE, check_checklist, CHECKLIST_ITEM),
    check(SOURCE, check_conflicts, MARKUP_LEFTOVER),
    check(SOURCE, check_fences, MARKUP_LEFTOVER),
    check(SOURCE, check_headings, HEADING_LEVEL, HEADING_SECOND, HEADING_EMPTY, HEADING_ID),
    check(SOURCE, check_lists, LIST_RESTART, MARKUP_EMPTY),
    check(SOURCE, check_footnotes, FOOTNOTE_UNUSED),
    check(SOURCE, check_definitions, DEFINITION_FORM),
    check(SOURCE, check_terms, TERM_FORM),
    check(SOURCE, check_captions, CAPTION_FORM),
    check(SOURCE, check_boxes, ADMONITION_KIND, ADMONITION_FORM),
    check(SOURCE, check_elements, ELEMENT_UNCLOSED, WORDS_LOST),
    check(SOURCE, check_cells, WORDS_LOST),
    check(SOURCE, check_placeholder_text, PLACEHOLDER_TEXT),
    check(SOURCE, check_image_texts, IMAGE_TEXT),
    check(SOURCE, drawings.check_shown, *drawings.SHOWN_CODES),
    check(SOURCE, check_planner, PLAN_INCOMPLETE),
    check(PROJECT, check_image_weights, IMAGE_WEIGHT),
    check(PAGE, check_placeholders, FACT_UNKNOWN, PLACEHOLDER_MALFORMED, ADDRESS_LITERAL),
    check(PAGE, check_language, LANGUAGE_SLIP),
    check(PAGE, check_short_texts, LANGUAGE_SLIP),
    check(PAGE, check_unknown, VERSION_UNKNOWN),
    check(PAGE, check_family, VERSION_FAMILY),
    check(PAGE, check_platform, VERSION_PLATFORM),
    check(PAGE, check_variants, TERM_VARIANT),
    check(PAGE, check_dates, DATE_FORM),
    check(PAGE, check_durations, DURATION_MISMATCH),
    check(PAGE, check_item_counts, CHECKLIST_COUNT),
    check(PAGE, check_literals, FACT_LITERAL, ADDRESS_LITERAL),
    check(PAGE, check_history, HISTORY_INVALID, HISTORY_ORDER, HISTORY_MISSING, HISTORY_STALE),
    check(PROJECT, check_same_pages, TRANSLATION_MISSING),
    check(PAIR, check_same_parts, *ORDERED.values(), TRANSLATION_ITEM_MISSING, *UNORDERED.values()),
    check(PAIR, check_blocks, TRANSLATION_BLOCK, TRANSLATION_INCLUDE),
    check(PAIR, check_fields, TRANSLATION_FIELD),
    check(PAIR, check_values, TRANSLATION_VALUE),
    check(PAIR, check_names, TRANSLATION_NAME),
    check(PAIR, check_code, TRANSLATION_CODE),
    check(PAIR, check_same_versions, VERSION_DIFFERS),
    check(PAIR, check_fresh, TRANSLATION_STALE),
    check(PROJECT, check_active_svg, SVG_SCRIPT),
    check(PROJECT, check_passages, PASSAGE_UNUSED),
    check(PROJECT, check_asset_versions, VERSION_UNKNOWN),
    check(PROJECT, check_config_texts, VERSION_UNKNOWN, FACT_LITERAL),
    check(PROJECT, check_unused, FACT_UNUSED),
    check(PROJECT, check_known_versions, VERSION_UNANSWERED),
    check(PROJECT, check_fact_texts, PLACEHOLDER_TEXT),
    check(PROJECT, check_other_texts, *OTHER_TEXT_CODES),
    check(PROJECT, drawings.check_drawings, drawings.DRAWING_UNUSED, drawings.DRAWING_SIZE),
    check(PROJECT, drawing_words.check_drawing_words, drawing_words.DRAWING_WORD),
    check(PROJECT, drawings.check_stale, drawings.DRAWING_STALE),
    check(PROJECT, check_video, VIDEO_INVALID, VIDEO_CAPTIONS, VIDEO_LENGTH, VIDEO_STALE),
    check(DATES, check_expired, NOTICE_EXPIRED),
    check(DATES, check_overdue, FACT_OVERDUE),
    check(DATES, check_security, SECURITY_EXPIRES),
    check(DATES, check_allowances, ADDRESS_ALLOWANCE),
    check(SITE, check_published, PAGE_UNPUBLISHED),
    check(SITE, check_pdf_files, PDF_UNREADABLE),
    LINKS,
    check(SITE, check_leftovers, MARKUP_LEFTOVER),
    check(SITE, check_markup, MARKUP_INLINE, IMAGE_SIZE),
    check(SITE, check_seo, *SEO_CODES),
    check(SITE, check_agreement, DURATION_DIFFERS),
    check(SITE, check_feeds, LINK_PAGE_MISSING, LINK_ANCHOR_MISSING, FILE_UNREADABLE),
    check(SITE, check_redirects, REDIRECT_BROKEN, SERVING_INVALID),
    check(SITE, search_words.check_answer_links, search_words.SEARCH_LINK_MISSING),
    check(SITE, search_words.check_synonyms, search_words.SEARCH_SYNONYM_UNMATCHED),
    check(SITE, check_indexes, SEARCH_INDEX_WRONG),
    check(SITE, check_pages, VERSION_UNKNOWN, PLACEHOLDER_TEXT, PLACEHOLDER_MALFORMED),
    check(SITE, check_other_files, VERSION_UNKNOWN, PLACEHOLDER_TEXT, PLACEHOLDER_MALFORMED),
)
