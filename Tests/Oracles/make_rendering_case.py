"""Writes the run record of Tests/Fixtures/rendering/lesson (record.json, to standard output).

The record is written by hand here, not by Caderno, so that reading it tests the written schema.
Needs nothing but Python. Usage: make_rendering_case.py > .../lesson/record.json
"""
import base64
import hashlib
import json
import math
import pathlib
import re

case = pathlib.Path(__file__).parent.parent / "Fixtures/rendering/lesson"


def digit(slant, ring):
    """A 28x28 drawing in grey: a ring or a stroke with soft edges."""
    pixels = bytearray()
    for y in range(28):
        for x in range(28):
            u = x - 13.5 + slant * (y - 13.5)
            v = y - 13.5
            distance = abs(math.hypot(u * 1.4, v) - 8) if ring else abs(u) + max(0, abs(v) - 9)
            pixels.append(max(0, min(255, int(255 * (2.4 - distance)))))
    return base64.b64encode(bytes(pixels)).decode()


def color(hue):
    pixels = bytearray()
    for y in range(32):
        for x in range(32):
            pixels += bytes([(x * 8 + hue) % 256, y * 8, (x * y + hue) % 256])
    return base64.b64encode(bytes(pixels)).decode()


def picture(pixels, caption, marked=False, size=28, channels=1):
    return {"kind": "picture", "width": size, "height": size, "channels": channels,
            "pixels": pixels, "caption": caption, "isMarked": marked}


def panel(content, title=None):
    return {"content": content} | ({"title": title} if title else {})


def column(key, heading=None, format="text", volatile=False):
    return {"key": key, "heading": heading or key, "format": format, "isVolatile": volatile}


loss = [0.1737, 0.0462, 0.0318, 0.0243, 0.0194]
accuracy = [0.9461, 0.9856, 0.9902, 0.9925, 0.9941]
val_loss = [0.0631, 0.0412, 0.0365, 0.0338, 0.0341]
val_accuracy = [0.9803, 0.9871, 0.9886, 0.9897, 0.9901]
epochs = [1, 2, 3, 4, 5]


def series(label, y, style="line"):
    return {"label": label, "style": style, "x": epochs, "y": y}


def chart(name, *lines):
    return {"kind": "chart", "xLabel": "época", "yLabel": name, "series": list(lines)}


confusion = [[0] * 10 for _ in range(10)]
for row in range(10):
    confusion[row][row] = 970 + row * 3
    confusion[row][(row * 3 + 1) % 10] += row
    confusion[row][(row * 7 + 2) % 10] += 2

outputs = {
    "resumo": ("summary", [{
        "kind": "table", "name": "summary",
        "columns": [column("layer", "camada"), column("shape", "forma da saída"),
                    column("params", "parâmetros", "grouped")],
        "rows": [["conv2d (Conv2D)", "(None, 26, 26, 32)", 320],
                 ["max_pooling2d (MaxPooling2D)", "(None, 13, 13, 32)", 0],
                 ["conv2d_1 (Conv2D)", "(None, 11, 11, 64)", 18496],
                 ["max_pooling2d_1 (MaxPooling2D)", "(None, 5, 5, 64)", 0],
                 ["conv2d_2 (Conv2D)", "(None, 3, 3, 64)", 36928]],
        "notes": ["Total: 55 744 parâmetros (217,8 KB)", "Treináveis: 55 744"]}]),
    "mnist": ("data", [
        {"kind": "table", "name": "splits",
         "columns": [column("part", "parte"), column("count", "exemplos", "grouped"),
                     column("shape", "forma"), column("seconds", "tempo", "fixed:1", True)],
         "rows": [["treino", 60000, "(60000, 28, 28, 1)", {"number": 1.5}],
                  ["teste", 10000, "(10000, 28, 28, 1)", None]], "notes": []},
        {"kind": "figure", "name": "samples", "alt": "Dez algarismos escritos à mão",
         "caption": "Os primeiros dez exemplos de treino, com os rótulos.",
         "figure": {"columns": 5, "panels": [
             panel(picture(digit(i / 20, i % 2 == 0), f"rótulo {i % 2}")) for i in range(10)]}}]),
    "treino": ("fit", [
        {"kind": "history", "name": "history",
         "metrics": ["loss", "accuracy", "val_loss", "val_accuracy"],
         "rows": [list(row) for row in zip(loss, accuracy, val_loss, val_accuracy)],
         "weightsSHA256": "5e1f" * 16},
        {"kind": "figure", "name": "curves",
         "alt": "Curvas do treino: a perda cai de 0,17 a 0,02 em 5 épocas", "figure": {
             "columns": 2, "panels": [
                 panel(chart("perda", series("treino", loss),
                             series("validação", val_loss, "dashed")), "Perda"),
                 panel(chart("acurácia", series("treino", accuracy),
                             series("validação", val_accuracy, "dashed")), "Acurácia")]}}]),
    "teste": ("evaluate", [
        {"kind": "metrics", "name": "metrics", "metrics": [
            {"name": "loss", "value": 0.030714, "format": "fixed:4"},
            {"name": "accuracy", "value": 0.9906, "format": "percent:2"}]},
        {"kind": "figure", "name": "confusion", "alt": "Matriz de confusão do teste", "figure": {
            "columns": 1, "panels": [panel({
                "kind": "matrix", "rowLabels": [str(i) for i in range(10)],
                "columnLabels": [str(i) for i in range(10)], "rowTitle": "verdadeiro",
                "columnTitle": "previsto", "values": confusion}, "Matriz de confusão")]}},
        {"kind": "figure", "name": "bars", "alt": "Acurácia por classe", "figure": {
            "columns": 1, "panels": [panel({
                "kind": "chart", "xLabel": "classe", "yLabel": "acurácia", "series": [
                    {"label": "acurácia", "style": "bars", "x": list(range(10)),
                     "y": [0.99 - i * 0.003 for i in range(10)]}]})]}}]),
    "enganos": ("predict", [
        {"kind": "figure", "name": "pictures", "alt": "Seis enganos da rede",
         "figure": {"columns": 6, "panels": [
             panel(picture(digit(-i / 9, i % 2 == 1),
                           f"verdadeiro {i}, previsto {i + 1} (8{i},{i} %)", True))
             for i in range(5)] + [panel(picture(color(40), "avião", False, 32, 3), "cor")]}},
        {"kind": "text", "name": "text", "text": "primeira linha\n```python\nprint('cerca')\n```\n"}]),
    "falha": ("fit", [{"kind": "error", "code": "loss-not-finite",
                       "message": "a perda deixou de ser finita na época 1, lote 3 (camada dense_1)"}]),
}

source = (case / "lesson.md").read_text()
steps = []
for name, (kind, values) in outputs.items():
    line = source[:source.index("#" + name + "}")].count("\n") + 1
    # The digest that the program computes is not repeated here; the test puts it in.
    steps.append({"id": name, "kind": kind, "sourceSHA256": "0" * 64,
                  "lines": {"first": line, "last": line + 3},
                  "status": "error" if name == "falha" else "ok", "seconds": 1.25,
                  "key": hashlib.sha256(name.encode()).hexdigest()[:12], "outputs": values})
steps[2]["caption"] = "Cinco épocas em lotes de 64."
steps[3]["hide"] = "input"

print(json.dumps({
    "schemaVersion": 1, "id": "20261123-101500-7f3a", "notebook": {
        "path": "lesson.md", "sha256": hashlib.sha256(source.encode()).hexdigest(),
        "title": re.search("title: (.*)", source)[1], "lang": "pt-BR"},
    "parameters": [{"name": "epocas", "value": "5"}], "seed": 0, "numericsVersion": 1,
    "cadernoVersion": "0.1.0",
    "environment": {"operatingSystem": "Linux x86_64", "instructionSet": "avx2", "threads": 2},
    "startedAt": "2026-11-23T10:15:00Z", "endedAt": "2026-11-23T10:16:10Z",
    "dataSets": [{"name": "digits", "source": "built in", "sha256": "ab12" * 16,
                  "splits": [{"name": "train", "shape": [60000, 28, 28, 1]},
                             {"name": "test", "shape": [10000, 28, 28, 1]}],
                  "substituteFor": "mnist"}],
    "steps": steps, "exitStatus": 0}, indent=2, ensure_ascii=False))
