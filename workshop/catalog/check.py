"""Says everything that is wrong in an exercise's folder."""

from pathlib import Path

from workshop.catalog import forms, rules
from workshop.catalog.fault import Fault
from workshop.catalog.folder import EXAMPLE, PLAN, guide_name, text_name
from workshop.catalog.rehearsal import rehearse
from workshop.catalog.source import Source, read, read_toml
from workshop.model.exercise import exercise_from, text_from
from workshop.model.refusal import Refusal


def check(folder: Path) -> list[Fault]:
    """The faults in one exercise's folder, file by file, in the order of their lines."""
    folder = Path(folder)
    plan = read_toml(folder / PLAN)
    sources = [plan]
    if forms.fits(plan, forms.PlanForm):
        rules.plan(plan, folder.resolve().name)
        sources += _texts(folder, plan)
    return [fault for source in sources for fault in sorted(source.faults, key=lambda f: (f.line, f.column))]


def _texts(folder: Path, plan: Source) -> list[Source]:
    """The text and the guide in each language, and the example, each looked at against the plan."""
    steps = [step["key"] for step in plan.data["steps"]]
    sources = []
    for language in plan.data["languages"]:
        text, guide = read_toml(folder / text_name(language)), read(folder / guide_name(language))
        if forms.fits(text, forms.TextForm):
            rules.texts(text, plan.data)
        if not guide.faults:
            rules.guide(guide, steps)
        sources += [text, guide]
    example = read_toml(folder / EXAMPLE)
    if forms.fits(example, forms.ExampleForm) and not any(source.faults for source in [plan, *sources]):
        text = text_from(plan.data["languages"][0], sources[0].data, sources[1].text)
        rehearse(example, exercise_from(plan.data), text)
    return [*sources, example]


def folders(path: Path) -> list[Path]:
    """The exercise folders that a path means: itself, or those inside it; Refusal where there are none."""
    if not path.is_dir():
        raise Refusal("There is no folder {path}. Give the folder of an exercise.", path=path)
    inside = sorted(path.iterdir())
    if any(file.name == PLAN or file.name.startswith(("text.", "guide.")) for file in inside):
        return [path]
    found = [child for child in inside if child.is_dir() and not child.name.startswith(".")]
    if not found:
        raise Refusal(
            "There is no exercise in {path}. An exercise is a folder with {plan} in it.", path=path, plan=PLAN
        )
    return found
