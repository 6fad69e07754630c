"""The film of the short guide, played in each engine by a reader."""

from selenium.webdriver.common.keys import Keys

VIDEO = "document.querySelector('video')"
# WebKit plays what GStreamer's plugins on the machine decode, which may be nothing.
CAN_PLAY = f"[...{VIDEO}.querySelectorAll('source')].some(source => {VIDEO}.canPlayType(source.type))"


def test_the_film_plays_when_a_reader_starts_it_and_not_before(reader):
    reader.open("admin/guide/")
    video = reader.see("video")
    assert reader.ask(f"{VIDEO}.paused && !{VIDEO}.currentTime")
    if reader.driver.capabilities["browserName"] not in ("firefox", "chrome-headless-shell"):
        # Debian's WebKit needs codecs of GStreamer that a machine may lack: the guide stands above as text.
        assert len(reader.all("article ol > li")) == 9
        return
    assert reader.ask(CAN_PLAY)
    reader.driver.execute_script("arguments[0].focus()", video)
    reader.type(Keys.SPACE)  # a script may not play it: the policy refuses what nobody has started
    reader.wait(lambda: reader.ask(f"{VIDEO}.currentTime > 1"), "a film that goes on")
    tracks = reader.ask(f"[...{VIDEO}.textTracks].map(track => track.kind).join()")
    assert tracks == "captions,captions,chapters,chapters"
