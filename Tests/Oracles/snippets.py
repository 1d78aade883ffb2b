"""What the scripts share that run snippets through the real thing: a cell's run, and a file of cases."""
import ast
import json
import sys
import traceback


def run_cell(source, space, show=repr):
    """Runs one cell; prints its last value as `show` has it, and of an exception the last line."""
    try:
        tree = ast.parse(source)
        last = None
        if tree.body and isinstance(tree.body[-1], ast.Expr):
            last = ast.Expression(tree.body.pop().value)
        exec(compile(tree, "cell", "exec"), space)
        if last is not None:
            value = eval(compile(last, "cell", "eval"), space)
            if value is not None:
                print(show(value))
    except BaseException as error:  # whatever a snippet raises is its result
        print(traceback.format_exception_only(error)[-1], end="")


def record(run):
    """Writes what `run` gives for each snippet of the first argument's file into the second's."""
    with open(sys.argv[1], encoding="utf-8") as file:
        snippets = [s.strip("\n") for s in file.read().split("\n---\n")]
    cases = [{"source": s, "output": run(s)} for s in snippets if s.strip()]
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        json.dump(cases, file, ensure_ascii=False, indent=1)
        file.write("\n")
