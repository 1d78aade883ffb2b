/// Lessons for tests of folders.
enum FolderFiles {
  static let value = "# A number\n\n```yaml {.value #v}\nvalue: 1\n```\n"
  /// With a figure, so that a folder of figures stands beside it.
  static let figure = """
    # A figure

    ```yaml {.data #d}
    dataset: digits
    limit: {train: 20, test: 10}
    ```

    ```yaml {.figure #f}
    kind: samples
    data: d
    count: 2
    ```

    """
  static let notebook = """
    {"cells": [{"cell_type": "code", "id": "a", "metadata": {}, "execution_count": null, "outputs": [],
    "source": "print(6 * 7)"}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    """
  static let header = "# ---\n# jupyter:\n#   jupytext:\n#     text_representation: {}\n# ---\n\n"
  static let script = "\(header)# %%\nprint('from a script')\n"
}
