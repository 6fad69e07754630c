"""A page's last check comes from its facts and from Git, whatever the day of the build."""

import os
import subprocess
from datetime import date

import pytest
from portal.sources.last_check import checklist_date, has_dates, last_checked
from portal.sources.project import Project

WITH_FACT = "# A\n\nAb {{ android.minimum }}\n"
FACTS = """\
versions:
  android.minimum: {value: "23.9.26", family: old client, source: help page, checked: 2026-11-22}
durations:
  duration.large: {workplaces: 1200, minutes: 60, source: help page, checked: 2026-11-25}
addresses:
  link.home: {value: "https://help.example/de", source: list, checked: 2026-11-20}
"""


@pytest.fixture(autouse=True)
def no_epoch(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.fixture
def commit(tmp_path):
    """Return a function that commits all files on a day."""

    def commit(day):
        dates = {f"GIT_{who}_DATE": f"{day}T12:00:00Z" for who in ("AUTHOR", "COMMITTER")}
        user = ("-c", "user.name=Test", "-c", "user.email=test@help.example")
        for command in (("init", "-q"), ("add", "-A"), (*user, "commit", "-qm", day)):
            subprocess.run(["git", *command], cwd=tmp_path, env={**os.environ, **dates}, check=True)

    return commit


def checked(docs, path="a.md"):
    project = Project.around(docs)
    return last_checked(project, project.page("de", path)).isoformat()


def test_it_is_the_last_change_of_the_page_and_its_passages_in_git(write_docs, commit):
    text = 'A\n\n{% include "shared/s.md" %}\n'
    docs = write_docs({"de/a.md": text, "de/b.md": "B\n", "de/shared/s.md": "S\n"})
    commit("2026-11-01")
    write_docs({"de/shared/s.md": "New\n"})
    commit("2026-11-05")
    assert (checked(docs), checked(docs, "b.md")) == ("2026-11-05", "2026-11-01")


def test_it_is_later_once_all_facts_of_the_page_were_compared_later(write_docs, commit):
    both = WITH_FACT + "{{ duration.large.minutes }} Minuten\n"
    docs = write_docs({"facts.yml": FACTS, "de/a.md": WITH_FACT, "de/b.md": "B\n", "de/c.md": both})
    commit("2026-11-01")
    assert [checked(docs, path) for path in ("a.md", "b.md", "c.md")] == ["2026-11-22", "2026-11-01", "2026-11-22"]
    write_docs({"facts.yml": FACTS, "de/a.md": WITH_FACT + "\nMehr\n"})
    commit("2026-12-01")
    assert checked(docs) == "2026-12-01"


def test_the_checklist_counts_every_change_of_the_facts(write_docs, commit):
    docs = write_docs({"de/a.md": "A\n"})
    commit("2026-11-01")
    write_docs({"facts.yml": FACTS})
    commit("2026-11-07")
    project = Project.around(docs)
    assert checklist_date(project, project.page("de", "a.md")).date() == date(2026, 11, 7)


def test_without_git_it_is_the_date_of_the_files(write_docs):
    docs = write_docs({"de/a.md": "A\n"})
    os.utime(docs / "de/a.md", (1_793_620_800, 1_793_620_800))  # 2026-11-02
    assert checked(docs) == "2026-11-02"


def test_who_builds_may_set_the_date(write_docs, monkeypatch):
    docs = write_docs({"de/a.md": "A\n"})
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1793620800")
    assert checked(docs) == "2026-11-02"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(ValueError, match="SOURCE_DATE_EPOCH is not a number of seconds: yesterday"):
        checked(docs)


def test_in_an_archive_by_git_it_is_the_day_of_the_commit(write_docs, commit, tmp_path, project):
    docs = write_docs({"de/a.md": "A\n"})
    for name in (".commit-date", ".gitattributes"):
        (tmp_path / name).write_bytes((project / name).read_bytes())
    commit("2026-11-01")
    archive = subprocess.run(["git", "archive", "HEAD"], cwd=tmp_path, check=True, capture_output=True).stdout
    (tmp_path / "archive").mkdir()
    subprocess.run(["tar", "x"], cwd=tmp_path / "archive", input=archive, check=True)
    (tmp_path / ".git").rename(tmp_path / "git")
    assert checked(tmp_path / "archive/docs") == "2026-11-01"
    assert has_dates(Project.around(tmp_path / "archive/docs"))
    assert not has_dates(Project.around(docs))  # whose file is as Git keeps it
