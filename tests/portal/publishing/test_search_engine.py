import subprocess
import sys
from pathlib import Path

import pytest
from portal.publishing.search_engine import ENGINE, LICENCE, EngineError, read_engine

NODE = Path(sys.executable).parent / "node"
QUERY = """
import MiniSearch from "./engine.mjs";
const engine = new MiniSearch({ fields: ["text"] });
engine.addAll([{ id: 1, text: "Hallo, Welt" }, { id: 2, text: "Gute Nacht" }]);
console.log(engine.search("halo wel", { fuzzy: 0.3, prefix: true }).map(({ id }) => id).join());
console.log(MiniSearch.loadJSON(JSON.stringify(engine), { fields: ["text"] }).search("nacht")[0].id);
"""


def test_the_engine_works_without_its_comments_and_keeps_its_licence(project, tmp_path):
    code = read_engine(project)
    assert code.startswith("/*! MiniSearch") and code.count("/*") == 1 and "sourceMappingURL" not in code
    assert (project / LICENCE).read_text("utf-8").strip() in code
    assert len(code) < 0.6 * len((project / ENGINE).read_text("utf-8"))
    (tmp_path / "engine.mjs").write_text(code, "utf-8")
    (tmp_path / "query.mjs").write_text(QUERY, "utf-8")
    run = subprocess.run([NODE, tmp_path / "query.mjs"], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["1", "2"]


def test_a_missing_engine_is_told_with_what_installs_it(tmp_path):
    with pytest.raises(EngineError, match=r"no \.ci/search/.*/index\.js; run \.ci/setup"):
        read_engine(tmp_path)
