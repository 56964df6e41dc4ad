"""Runs the notebooks under docs/notebooks and writes their outputs: python tests/python/notebook.py [FILE…]. The tests hold what is committed against a
new run."""

import pathlib
import re
import sys

import nbformat

ROOT = pathlib.Path(__file__).resolve().parents[2]


def read(path):
    return nbformat.read(path, as_version=4)


def executed(path):
    from nbclient import NotebookClient

    notebook = read(path)
    NotebookClient(notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(path.parent)}}).execute()
    return notebook


def shown(notebook):
    """Of each cell what it prints and shows as text and HTML; numbers of executions and styles of a pandas version are left out."""
    out = []
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            data = output.get("data", {"stream": output.get("text", "")})
            out.append({kind: text for kind, text in data.items() if kind == "stream" or kind == "text/plain" or "dataframe" not in text})
    return out


def write(path):
    notebook = executed(path)
    for number, cell in enumerate(notebook.cells, 1):
        cell["id"] = f"cell-{number}"
        cell.get("metadata", {}).pop("execution", None)
    notebook.metadata = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}, "language_info": {"name": "python"}}
    nbformat.write(notebook, path)
    text = path.read_text()
    path.write_text(re.sub(r"\n*\Z", "\n", text))


if __name__ == "__main__":
    for given in sys.argv[1:] or sorted((ROOT / "docs/notebooks").glob("*.ipynb")):
        write(pathlib.Path(given))
