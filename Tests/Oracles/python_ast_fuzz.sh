#!/bin/sh
# Runs CPython and the notation's parser side by side over random programs and damaged ones.
#   Tests/Oracles/python_ast_fuzz.sh [seed] [cases]      from the package's folder
# Needs CPython 3.12; PYTHON names it. Says so and does nothing where there is none.
set -eu
seed=${1:-$(date +%s)}
cases=${2:-20000}
python=${PYTHON:-python3}
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null; then
  echo "skipped: no CPython 3.12 (set PYTHON)"
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$python" Tests/Oracles/python_ast.py Tests/Oracles/python_ast_snippets.txt "$work/cases.json" \
  --seed "$seed" --random "$((cases / 4))" --mutated "$cases"
echo "seed $seed"
CADERNO_AST_CASES="$work/cases.json" swift test --filter PythonSyntaxTests.DifferentialTests
