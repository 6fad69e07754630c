"""A reader at a browser: opens pages, looks, presses and types, and waits as people do."""

import io
from collections.abc import Callable

from PIL import Image
from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException, TimeoutException
from selenium.webdriver import ActionChains, Remote
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

PATIENCE = 30  # seconds until what was waited for counts as missing: the machine may be busy
ROOT = {"de": "", "en": "en/"}
CONTROLS = "a, button, label, summary"
# As readers see it: WebDriver's own answer is wrong for what a stylesheet shows of closed details.
SEEN = """return [...document.querySelectorAll(arguments[0])].filter((element) =>
element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width
&& (element.ariaLabel ?? element.innerText).trim().startsWith(arguments[1]))"""
IN_VIEW = """const { top, bottom } = arguments[0].getBoundingClientRect();
return top >= -1 && bottom <= innerHeight + 1"""
# Browsers may still be scrolling to the fragment of the address.
BRING = """const [element, done] = arguments;
element.scrollIntoView({ block: "center", behavior: "instant" });
const { x, y, width, height } = element.getBoundingClientRect();
requestAnimationFrame(() => requestAnimationFrame(() => {
  const now = element.getBoundingClientRect();
  const top = document.elementFromPoint(x + width / 2, y + height / 2);
  done(now.x === x && now.y === y && (element.contains(top) || top?.contains(element)));
}));"""


class Reader:
    """A reader of ``language`` at ``driver``, whose window is ``width`` CSS pixels wide, on the site at ``address``.

    ``Word`` is a text in both languages; what is waited for in vain fails the test with a sentence.
    """

    Word = dict[str, str]

    def __init__(self, driver: Remote, address: str, language: str, width: int):
        self.driver, self.address, self.language, self.width = driver, address, language, width
        driver.set_window_rect(0, 0, width, 900)
        driver.get(f"{address}404.html")  # remembers nothing
        driver.execute_script("localStorage.clear()")
        self.wait(lambda: self.ask("innerWidth") == width, f"a window of {width} pixels")

    @property
    def on_phone(self) -> bool:
        """Whether the screen is as narrow as a phone's."""
        return self.width < 640

    # ---- Going
    def open(self, path: str) -> None:
        """Open a page of the reader's language; its scripts have run then."""
        self.go(f"{self.address}{ROOT[self.language]}{path}")

    def go(self, address: str) -> None:
        """Open an address as from a bookmark, even if only its fragment is new."""
        if "#" in address:
            self.driver.get("about:blank")
        self.driver.get(address)
        self.wait_for_scripts()

    def reload(self) -> None:
        """Load the page anew."""
        self.driver.refresh()
        self.wait_for_scripts()

    def arrive(self, path: str) -> None:
        """Wait until the address is that of ``path`` in the reader's language, and its scripts have run."""
        address = f"{self.address}{ROOT[self.language]}{path}"
        self.wait(lambda: self.driver.current_url == address, address)
        self.wait_for_scripts()

    def back(self, path: str) -> None:
        """Go back to the page before, which is that of ``path``."""
        self.driver.back()
        self.arrive(path)

    def wait_for_scripts(self) -> None:
        """Wait until the page is there and header.js has run."""
        ready = "document.readyState === 'complete' && document.documentElement.classList.contains('js')"
        self.wait(lambda: self.ask(ready), "a page with its scripts")

    # ---- Looking
    def ask(self, expression: str, *arguments):
        """Return the value of a JavaScript expression; ``arguments`` are its ``arguments``."""
        return self.driver.execute_script(f"return {expression}", *arguments)

    def all(self, selector: str, name: Word | str = "") -> list[WebElement]:
        """Return the elements of a CSS selector that can be seen and whose name or text begins with ``name``."""
        return self.driver.execute_script(SEEN, selector, self.word(name))

    def see(self, selector: str, text: Word | str = "") -> WebElement:
        """Wait until an element of the selector can be seen whose name or text begins with ``text``, and return it."""
        return self.wait(lambda: next(iter(self.all(selector, text)), None), f"{selector} {self.word(text)!r}")

    def see_in_view(self, selector: str) -> None:
        """Wait until an element lies within the window: some browsers scroll smoothly."""
        element = self.see(selector)
        self.wait(lambda: self.driver.execute_script(IN_VIEW, element), f"{selector} in view")

    def see_focus_on(self, selector: str) -> None:
        """Wait until what the selector names has the focus."""
        focused = "document.activeElement.matches(arguments[0])"
        self.wait(lambda: self.ask(focused, selector), f"the focus on {selector}")

    def see_none(self, selector: str) -> None:
        """Wait until nothing of the selector can be seen."""
        self.wait(lambda: not self.all(selector), f"no {selector}")

    def control(self, name: Word | str) -> WebElement:
        """Wait until a link, button, label or summary of that name can be seen, and return it."""
        return self.see(CONTROLS, name)

    def look(self, element: WebElement) -> Image.Image:
        """Return what is painted of an element, at one pixel for each CSS pixel."""
        self._bring(element)
        box = self.ask("arguments[0].getBoundingClientRect().toJSON()", element)
        window = Image.open(io.BytesIO(self.driver.get_screenshot_as_png()))
        return window.crop(tuple(round(box[side]) for side in ("left", "top", "right", "bottom")))

    # ---- Doing
    def press(self, name: Word | str) -> None:
        """Click what has that name, as soon as it is enabled."""
        control = self.control(name)
        self.wait(control.is_enabled, f"{self.word(name)!r} enabled")
        self.click(control)

    def click(self, element: WebElement) -> None:
        """Click the middle of an element, once it rests there and nothing covers it."""
        self._bring(element)
        ActionChains(self.driver, duration=0).move_to_element(element).click().perform()

    def type(self, *keys: str) -> None:
        """Type keys to whatever has the focus."""
        ActionChains(self.driver, duration=0).send_keys(*keys).perform()

    def type_with(self, held: str, key: str) -> None:
        """Type a key while another is held."""
        ActionChains(self.driver, duration=0).key_down(held).send_keys(key).key_up(held).perform()

    def paste_into_search(self) -> None:
        """Paste what was copied: the policy forbids scripts to read the clipboard."""
        self.driver.execute_script("document.querySelector('.search').toggleAttribute('data-open', true)")
        self.click(self.see(".search__query"))
        self.type_with(Keys.CONTROL, "v")

    def wait(self, condition: Callable[[], object], wanted: str):
        """Return the condition's value as soon as it is true; a page may change meanwhile."""
        passing = (NoSuchElementException, StaleElementReferenceException)
        try:
            return WebDriverWait(self.driver, PATIENCE, 0.05, passing).until(lambda _: condition())
        except TimeoutException:
            raise AssertionError(f"waited for {wanted} at {self.driver.current_url}") from None

    def word(self, text: Word | str) -> str:
        """Return a text in the language of the reader."""
        return text if isinstance(text, str) else text[self.language]

    def _bring(self, element: WebElement) -> None:
        self.wait(lambda: self.driver.execute_async_script(BRING, element), "an element at rest that nothing covers")
