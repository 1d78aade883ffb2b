import JupyterNotebooks
import Testing

struct `A Python script` {
  /// A script, and its cells.
  static let cases: [(String, [String])] = [
    ("", []),
    ("import keras\n\nprint(1)\n", ["code: import keras\n\nprint(1)"]),
    ("# %%\na = 1\n\n# %%\n\nb = 2\n", ["code: a = 1", "code: b = 2"]),
    (
      "x = 0\n# %% [markdown]\n# # Title\n#\n# text\n#%% a title\ny = 1",
      ["code: x = 0", "markdown: # Title\n\ntext", "code: y = 1"]
    ),
    ("# %% [markdown]\n\"\"\"\n# T\n\nt\n\"\"\"\n", ["markdown: # T\n\nt"]),
    ("# %% [raw]\n# a\n", ["raw: a"]),
    (
      "# %%\n# %matplotlib inline\n# !pip list\n# % of all\n",
      [
        "code: %matplotlib inline\n!pip list\n# % of all"
      ]
    ),
    ("# ---\n# jupyter:\n#   kernelspec: {}\n# ---\n\n# %%\n1\r\n", ["code: 1"]),
    ("# %%\n# %%\n", ["code: ", "code: "]),
    ("# %%%\n#%%time\nprint()", ["code: # %%%\n#%%time\nprint()"]),
    ("# %matplotlib inline\n", ["code: # %matplotlib inline"]),
  ]

  @Test(arguments: cases)
  func `becomes cells at its percent signs`(text: String, expected: [String]) {
    let cells = PercentScript(text).notebook.cells
    #expect(cells.map { "\($0.kind): \($0.source)" } == expected)
    #expect(cells.map(\.id) == cells.indices.map { "cell-\($0 + 1)" })
  }
}
