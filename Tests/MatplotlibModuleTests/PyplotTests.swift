import NumPyModule
import PythonRuntime
import PythonSyntax
import MatplotlibModule
import Testing

/// Runs a program and gives what it prints, and the words of each figure that it shows.
private func shown(_ source: String) -> String {
  var output = ""
  let machine = Machine { output += $0 }
  NumPyLibrary.install(in: machine)
  let session = PlotSession {
    output +=
      $0.svg.isEmpty
      ? "[\($0.summary)]\n" : "[\($0.alt): \($0.series.map(\.label).joined(separator: " "))]\n"
  }
  PyplotModule.install(session, in: machine)
  do {
    let value = try Program(machine).run(try parseModule(source)) { _ in 1 }
    if let value { output += try machine.repr(value) + "\n" }
  } catch let error as PyError {
    output += error.summary(machine) + "\n"
  } catch {
    output += "\(error)\n"
  }
  session.flush()
  return output
}

struct `Programs with pyplot` {
  @Test(arguments: [
    ("plt.plot([1, 2], label='a')\nplt.title('T')\nplt.show()", "[T: a]\n"),
    (
      "plt.plot([1, 2], [3])",
      "ValueError: x and y must have same first dimension, but have shapes (2,) and (1,)\n[figure: ]\n"
    ),
    (
      "plt.plot([1], colour='r')", "TypeError: plot() got an unexpected keyword argument 'colour'\n"
    ),
    (
      "plt.plot([1], 'rz')",
      "ValueError: 'rz' is not a valid format string (unrecognized character 'z')\n[figure: ]\n"
    ),
    (
      "plt.scatter([1, 2], [1, 2], c=[1, 2, 3])",
      "ValueError: 'c' argument has 3 elements, which is inconsistent with 'x' and 'y' with size 2.\n[figure: ]\n"
    ),
    (
      "plt.scatter([1, 2], [1, 2], s=[1, 2, 3])",
      "ValueError: s (size 3) cannot be broadcast to match x and y (size 2)\n[figure: ]\n"
    ),
    (
      "plt.pie([1, -2])", "ValueError: Wedge sizes 'x' must be non negative values\n[figure: ]\n"
    ),
    (
      "plt.pie([1, 2], labels=['a'])",
      "ValueError: 'labels' must be of length 'x', not 1\n[figure: ]\n"
    ),
    (
      "plt.savefig('x.foo')",
      "ValueError: Format 'foo' is not supported (supported formats: avif, eps, gif, jpeg, jpg, pdf, pgf, png, ps, raw, rgba, svg, svgz, tif, tiff, webp)\n"
    ),
    (
      "plt.subplot(25)",
      "ValueError: Single argument to subplot must be a three-digit integer, not 25\n[<Figure size 640x480 with 0 Axes>]\n"
    ),
    ("plt.yscale('foo')", "ValueError: 'foo' is not a valid value for scale.\n[figure: ]\n"),
    (
      "plt.imshow(np.zeros((2, 2, 5)))",
      "TypeError: Invalid shape (2, 2, 5) for image data\n[figure: ]\n"
    ),
    (
      "plt.imshow(np.zeros(784))", "TypeError: Invalid shape (784,) for image data\n[figure: ]\n"
    ),
    (
      "plt.bar([1, 2], [1, 2, 3])",
      "ValueError: shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between 'x' with shape (2,) and 'height' with shape (3,).\n[figure: ]\n"
    ),
    (
      "plt.barh([1, 2], [1, 2, 3])",
      "ValueError: shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between 'width' with shape (3,) and 'y' with shape (2,).\n[figure: ]\n"
    ),
    ("fig, ax = plt.subplots(2, 3)\nax.shape", "(2, 3)\n[figure: ]\n"),
    (
      "fig, ax = plt.subplots(2, 3)\nax[2, 0]",
      "IndexError: index 2 is out of bounds for axis 0 with size 2\n[figure: ]\n"
    ),
    (
      "plt.subplot(2, 2, 5)",
      "ValueError: num must be an integer with 1 <= num <= 4, not 5\n[<Figure size 640x480 with 0 Axes>]\n"
    ),
    (
      "plt.subplot(2**40, 2**40, 1)",
      "ValueError: Number of rows and columns must be positive, at most 10000 in all\n[<Figure size 640x480 with 0 Axes>]\n"
    ),
    ("plt.plot([5e-324, 0])\nplt.show()", "[figure: line]\n"),
    (
      "plt.boxplot([1, 2], positions=[np.inf])\nplt.show()",
      "[figure: line line line line line line line]\n"
    ),
    (
      "print(plt.yticks([1e308, 2], ['a', 'b'])[1])",
      "[Text(0, 1e+308, 'a'), Text(0, 2, 'b')]\n[figure: ]\n"
    ),
    (
      "plt.rcParams['figure.figsze'] = 1",
      "KeyError: \"'figure.figsze' is no setting that Caderno knows; did you mean 'figure.figsize'?\"\n"
    ),
    (
      "plt.annotate('a', (0, 1), xycoords='figure pixels')",
      "NotImplementedError: annotate(): xycoords='figure pixels' is not supported by Caderno\n[figure: ]\n"
    ),
    (
      "plt.style.use('none')",
      "OSError: 'none' is not a valid package style, path of style file, URL of style file, or library style name (library styles are listed in `style.available`)\n"
    ),
    (
      "b = plt.bar(['x', 'y'], [1, 2])\nb[1].set_color('red')\nlen(b), b[1].get_height()",
      "(2, np.int64(2))\n[figure: bars]\n"
    ),
    (
      "n, bins, _ = plt.hist([1, 2, 2, 3], bins=2)\nn, bins",
      "(array([1., 3.]), array([1., 2., 3.]))\n[figure: bars]\n"
    ),
    (
      "plt.legend(loc='top')",
      "ValueError: 'top' is not a valid value for loc; supported values are 'best', 'upper right', 'upper left', 'lower left', 'lower right', 'right', 'center left', 'center right', 'lower center', 'upper center', 'center'\n[figure: ]\n"
    ),
    (
      "plt.rcParams['figure.figsize'] = (10, 5)\nplt.figure()",
      "<Figure size 1000x500 with 0 Axes>\n[<Figure size 1000x500 with 0 Axes>]\n"
    ),
    (
      "plt.figure(figsize=(-1, 1))",
      "ValueError: figure size must be positive finite not (-1, 1)\n"
    ),
    ("sns.heatmap(np.eye(2), annot=True)", "<Axes: >\n[figure: image]\n"),
    ("plt.savefig('x.png')", ""),
  ])
  func `do and refuse what Matplotlib does and refuses`(source: String, expected: String) {
    let head = "import numpy as np\nimport matplotlib.pyplot as plt\nimport seaborn as sns\n"
    #expect(shown(head + source) == expected)
  }
}
