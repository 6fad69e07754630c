"""Firefox's own protocol under Selenium: what geckodriver does, which Debian does not have.

Firefox speaks W3C WebDriver with its own names ("Marionette", "Protocol" in Firefox's source documentation). A message
is its length in bytes, a colon, and JSON: ``[0, id, command, parameters]`` or ``[1, id, error, result]``.
"""

import json
import socket
from itertools import count

from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.remote_connection import RemoteConnection

# Selenium's commands whose names differ in more than the first letter.
NAMES = {
    "actions": "PerformActions",
    "clearActionState": "ReleaseActions",
    "clearElement": "ElementClear",
    "clickElement": "ElementClick",
    "close": "CloseWindow",
    "findChildElement": "FindElement",
    "findChildElements": "FindElements",
    "get": "Navigate",
    "getCurrentUrl": "GetCurrentURL",
    "getElementAriaLabel": "GetComputedLabel",
    "getElementAriaRole": "GetComputedRole",
    "getElementValueOfCssProperty": "GetElementCSSValue",
    "goBack": "Back",
    "goForward": "Forward",
    "quit": "DeleteSession",
    "screenshot": "TakeScreenshot",
    "sendKeysToElement": "ElementSendKeys",
    "w3cExecuteScript": "ExecuteScript",
    "w3cExecuteScriptAsync": "ExecuteAsyncScript",
    "w3cGetActiveElement": "GetActiveElement",
    "w3cGetCurrentWindowHandle": "GetWindowHandle",
    "w3cGetWindowHandles": "GetWindowHandles",
}


class Marionette(RemoteConnection):
    """A connection to the Firefox that listens at ``port`` of this machine. Raises OSError where none does."""

    def __init__(self, port: int):
        super().__init__(client_config=ClientConfig(remote_server_addr=f"http://127.0.0.1:{port}"))
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=60)
        self._stream = self._socket.makefile("rb")
        self._ids = count()
        self._read()  # its greeting

    def execute(self, command: str, params: dict) -> dict:
        """Carry out a command of Selenium and return the reply as a WebDriver server gives it."""
        sent = {key: value for key, value in params.items() if key != "sessionId"}
        if command == "newSession":
            sent = sent["capabilities"]["alwaysMatch"]
        if "id" in sent and "using" in sent:
            sent["element"] = sent.pop("id")  # to look below
        if command == "screenshot":
            sent = {"full": False}
        name = NAMES.get(command, command[0].upper() + command[1:])
        message = json.dumps([0, next(self._ids), f"WebDriver:{name}", sent]).encode()
        self._socket.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = self._read()
        if error:
            return {"status": 500, "value": json.dumps({"value": error})}
        return result if isinstance(result, dict) and "value" in result else {"value": result}

    def close(self) -> None:
        """Close the connection; Firefox goes on."""
        self._stream.close()
        self._socket.close()
        super().close()

    def _read(self) -> list:
        length = b""
        while (byte := self._stream.read(1)) != b":":
            if not byte:
                raise ConnectionError("Firefox closed the connection")
            length += byte
        return json.loads(self._stream.read(int(length)))
