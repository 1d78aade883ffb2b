import Foundation
import Testing

struct `A cell that is left alone` {
  /// nbclient 0.11 leaves a cell with the tag skip-execution as it is, with its outputs and its count.
  @Test(arguments: ["b.ipynb", "b.html", "b.md"])
  func `keeps its outputs wherever a run writes them`(target: String) throws {
    let notebook = """
      {"cells": [
       {"cell_type": "markdown", "id": "a", "metadata": {}, "source": ["It is [0](run:keras-2.x)."]},
       {"cell_type": "code", "execution_count": 7, "id": "b", "metadata": {"tags": ["skip-execution"]},
        "outputs": [{"name": "stdout", "output_type": "stream", "text": ["kept 42\\n"]}],
        "source": ["print(undefined)"]},
       {"cell_type": "code", "execution_count": null, "id": "n", "metadata": {}, "outputs": [],
        "source": ["x = 5\\n", "print('new')"]}
      ], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
      """
    let folder = try LessonFolder(["a.ipynb": notebook])
    let run = folder.caderno("run", "a.ipynb", "-o", target, "--quiet")
    #expect((run.status, run.errors) == (0, ""))
    let written = try folder.text(target)
    #expect(written.components(separatedBy: "kept 42").count == 2)
    #expect(written.contains("new"))
    #expect(try folder.text("a.ipynb") == notebook)
    if target == "b.ipynb" { #expect(written.contains("\"execution_count\": 7")) }
  }
}
