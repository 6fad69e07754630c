"""What readers work out: the duration, the version of their client, and the plan of the upgrade, which can be kept."""

from datetime import date, timedelta

DAY = date.today() + timedelta(days=60)


def says(reader, selector, words=""):
    """Wait until an element that can be seen has text with the words."""
    reader.wait(lambda: any(one.text and words in one.text for one in reader.all(selector)), f"{selector} {words!r}")


def test_a_number_of_workplaces_gets_its_duration(reader):
    reader.open("admin/duration/")
    reader.click(reader.see("#estimator-field"))
    reader.type("325")
    reader.click(reader.see(".estimator button"))
    says(reader, ".estimator .calc__result", "18")  # 5 + (325 - 50) / (600 - 50) * 25 = 17.5
    reader.click(reader.see("#estimator-field"))
    reader.type("x")
    reader.click(reader.see(".estimator button"))
    says(reader, "#estimator-error")


def test_a_version_is_compared_with_the_one_that_is_needed(reader):
    reader.open("admin/versions/")
    reader.click(reader.see("#client-version"))
    reader.type("v23.9.1")
    reader.click(reader.see(".client-check button"))
    says(reader, ".client-check .calc__result", "23.9.26")


def test_a_plan_is_made_from_its_address_and_kept(reader):
    reader.open(f"admin/plan/#date={DAY.isoformat()}&workplaces=600")
    says(reader, ".plan-summary", str(DAY.year))
    reader.click(reader.see(".plan-keep"))
    reader.see_none(".plan-keep")
    reader.open("admin/checklist/")
    says(reader, "li#date", str(DAY.year))
