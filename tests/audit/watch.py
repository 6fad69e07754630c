"""Listens to all that the pages of a browser context ask for, in whatever state they get."""

from playwright.sync_api import BrowserContext

# A script may catch the error of what was refused to it, and the console then says nothing.
TELL = """addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) =>
  console.error(`Content Security Policy: ${effectiveDirective} ${blockedURI} ${sourceFile}`))"""
OWN = ("data:", "blob:", "about:", "chrome-extension:")  # never leave the browser; the last is its PDF viewer


class Watch:
    """What the pages of ``context`` did that they must not; ``address`` is the site's own."""

    def __init__(self, context: BrowserContext, address: str):
        self.foreign: list[str] = []
        """Requests to other hosts, workers' included."""
        self.refused: list[str] = []
        """What the Content Security Policy refused, in the browser's words."""
        self.failed: list[str] = []
        """Requests that the server answered with an error, errors of scripts, and what the console complains of."""
        self._address = address
        context.add_init_script(TELL)
        context.on("request", self._request)
        context.on("console", self._console)
        context.on("response", lambda answer: self.failed.append(answer.url) if answer.status >= 400 else None)
        context.on("weberror", lambda error: self.failed.append(str(error.error)))

    def _request(self, request) -> None:
        if not request.url.startswith((self._address, *OWN)):
            self.foreign.append(request.url)

    def _console(self, message) -> None:
        if "Content Security Policy" in message.text:
            self.refused.append(message.text)
        elif message.type in ("error", "warning") and "ERR_FAILED" not in message.text:  # what a test itself cuts off
            self.failed.append(message.text)

    def forget(self) -> None:
        """Begin anew: what has been listened to is told."""
        for found in (self.foreign, self.refused, self.failed):
            found.clear()

    def faults(self) -> list[str]:
        """Return all of it as sentences."""
        named = {"asks another host": self.foreign, "breaks the policy": self.refused, "fails": self.failed}
        return [f"{kind}: {what}" for kind, found in named.items() for what in found]
