#!/usr/bin/env python3
"""Runs the code of a notebook and writes what it shows into it (nbformat 4), with the standard library alone.

    notebook.py NOTEBOOK           writes the outputs anew
    notebook.py NOTEBOOK --check   writes nothing, and ends with 1 on any difference

The code runs in an empty folder. Tables are those of this package, not of pandas, so that the outputs do not depend on what is
installed.
"""

import ast
import contextlib
import difflib
import io
import json
import os
import sys
import tempfile


def _lines(text):
    return text.splitlines(keepends=True)


def _stream(name, text):
    return [{"name": name, "output_type": "stream", "text": _lines(text)}] if text else []


def _shown(value, count):
    data = {}
    for kind, method in (("image/svg+xml", "_repr_svg_"), ("text/html", "_repr_html_")):
        if hasattr(value, method):
            data[kind] = _lines(getattr(value, method)())
    data["text/plain"] = _lines(repr(value))
    return {"data": data, "execution_count": count, "metadata": {}, "output_type": "execute_result"}


def _run(source, names, count):
    """The outputs of a cell: what it prints, and the value of its last expression."""
    tree = ast.parse(source)
    last = ast.Expression(tree.body.pop().value) if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    printed, warned = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(warned):
        exec(compile(tree, f"cell {count}", "exec"), names)
        value = eval(compile(last, f"cell {count}", "eval"), names) if last else None
    outputs = _stream("stdout", printed.getvalue()) + _stream("stderr", warned.getvalue())
    return outputs if value is None else [*outputs, _shown(value, count)]


def executed(text):
    """The notebook with the outputs of its code."""
    notebook = json.loads(text)
    names = {"__name__": "__main__"}
    before = os.getcwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
            for count, cell in enumerate(cells, 1):
                cell["execution_count"] = count
                cell["outputs"] = _run("".join(cell["source"]), names, count)
        finally:
            os.chdir(before)
    return json.dumps(notebook, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def main(file, check):
    sys.modules["pandas"] = None
    with open(file, encoding="utf-8") as source:
        text = source.read()
    fresh = executed(text)
    if not check:
        with open(file, "w", encoding="utf-8") as out:
            out.write(fresh)
    elif fresh != text:
        sys.stderr.writelines(difflib.unified_diff(_lines(text), _lines(fresh), file, "run again"))
        sys.exit(1)


if __name__ == "__main__":
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
    main(sys.argv[1], "--check" in sys.argv[2:])
