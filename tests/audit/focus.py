"""What readers meet who have no mouse."""

from pathlib import Path

from playwright.sync_api import Locator, Page

FOCUS = Path(__file__).with_name("focus.js").read_text("utf-8").strip()


def focus_faults(page: Page) -> list[str]:
    """Press Tab from the start of the page to its end; return hidden stops, traps, and what is never reached."""
    steps = page.evaluate(FOCUS) + 10
    faults = []
    for _ in range(steps):
        page.keyboard.press("Tab")
        found = page.evaluate("focusWalk.stop()")
        if found is None:
            return faults + page.evaluate("focusWalk.missed()")
        faults += found
        if any(fault.startswith("focus trapped") for fault in found):
            return faults
    return [*faults, f"Tab does not leave the page after {steps} steps"]


def tab_to(page: Page, target: Locator, limit: int = 80) -> None:
    """Press Tab until ``target`` has the focus. Raises AssertionError where it never gets it."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"{limit} times Tab, and the focus never came to {target}")
