#!/bin/sh
# Writes a lesson of many parts and its pictures into the folder at hand: page.md with 10 N cells, 2 N pictures and
# 5 N formulas.
#   page.sh N
set -eu
n=$1
mkdir -p pictures
exec >page.md
cat <<'END'
---
title: Many parts
toc: true
caderno:
  python: keras
---
END
part=0
while [ "$part" -lt "$n" ]; do
  part=$((part + 1))
  for picture in a b; do
    printf '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><circle cx="45" cy="45" r="%d"/></svg>\n' \
      $((part % 40 + 1)) >"pictures/$picture$part.svg"
  done
  cat <<END

## Part $part

A part with a note[^n$part], ~~a slip~~ and \$\\theta_{$part} \\in \\mathbb{R}^{$part}\$, see www.example.org/$part.

[^n$part]: As in \$x_$part^2 + \\frac{1}{$part}\$.

> [!NOTE]
> The loss is \$L_{$part} = -\\sum_i y_i \\log \\hat y_i\$.

![a circle](pictures/a$part.svg "Part $part")

\$\$\\begin{aligned} \\nabla_w L &= \\frac{1}{N} \\sum_{n=1}^{N} x_n (\\hat y_n - y_n) \\\\ w &\\leftarrow w - \\eta \\nabla_w L \\end{aligned}\$\$

![a circle](pictures/b$part.svg){width=50%}

\$\$\\operatorname{softmax}(z)_i = \\frac{e^{z_i}}{\\sum_j e^{z_j}} \\label{part$part}\$\$
END
  cell=0
  while [ "$cell" -lt 10 ]; do
    cell=$((cell + 1))
    printf '\n```python\nx = [i * %d for i in range(9)]\nprint(sum(x))\n```\n' "$cell"
  done
done
