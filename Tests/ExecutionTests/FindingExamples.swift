import Foundation
import TestSupport

/// A page for each finding of lint that no golden notebook has.
enum FindingExamples {
  /// The codes that stand in the sources of what lint looks through.
  static let codes: Set<String> = {
    let root = Project.file("Sources")
    let forms = [
      /code:\s*"([a-z]+(?:-[a-z]+)+)"/,
      /report\(\s*\.(?:error|warning|note),\s*"([a-z]+(?:-[a-z]+)+)"/,
      /case [^\n"]*:\s*"([a-z]+(?:-[a-z]+)+)"/,
    ]
    var codes = Set<String>()
    for folder in ["Documents/Notebooks", "Program/Execution"] {
      let files = FileManager.default.enumerator(
        at: root.appendingPathComponent(folder), includingPropertiesForKeys: nil)
      while let file = files?.nextObject() as? URL {
        guard file.pathExtension == "swift",
          let text = try? String(contentsOf: file, encoding: .utf8)
        else { continue }
        for form in forms { codes.formUnion(text.matches(of: form).map { String($0.1) }) }
      }
    }
    return codes.subtracting(ofRuns)
  }()

  /// What only a run, a comparison or a conversion finds.
  private static let ofRuns: Set<String> = [
    "cannot-run", "data-changed", "expected-error", "id-outside", "label-not-whole",
    "label-too-large", "loss-not-finite", "no-images", "no-number", "not-exported", "target-count",
    "too-few-examples", "unknown-id",
    // A word, and no code.
    "one-hot",
  ]

  private static let data = "```yaml {.data #d}\ndataset: digits\nlimit: 60\n```\n\n"
  private static let model = """
    ```python {.model #m}
    Flatten(input_shape=(28, 28, 1))
    Dense(10, activation='softmax')
    ```


    """
  private static func layer(_ text: String) -> String { "```python {.model #n}\n\(text)\n```\n" }
  private static let keras = "---\ncaderno: {python: keras}\n---\n\n"

  static let all: [(code: String, page: String)] = [
    ("backtick-in-fence", "```yaml {.value caption=\"`a`\"}\nvalue: 1\n```\n"),
    ("indented-directive", "    ```yaml {.value}\n    value: 1\n    ```\n"),
    ("directive-in-html", "<div>\n```yaml {.value}\nvalue: 1\n```\n</div>\n"),
    (
      "stray-outputs",
      "Text.\n\n<!-- caderno:out id=gone key=1 -->\n\n1\n\n<!-- /caderno:out sum=a -->\n"
    ),
    ("unclosed-division", "::: solution\nText.\n"),
    ("hidden-division", "- ::: solution\n  Text.\n"),
    ("undefined-footnote", "Text.[^a]\n"),
    ("unused-footnote", "Text.\n\n[^a]: Note.\n"),
    ("unknown-alert", "> [!HINT]\n> Text.\n"),
    ("hidden-html", "<iframe>\n</iframe>\n"),
    ("foreign-cell", keras + "```{python setup, echo=FALSE}\n1\n```\n"),
    ("python-not-run", "```python\nimport keras\n```\n"),
    ("argument-given-twice", "```python {.model #m}\nDense(3, units=4, input_shape=(2,))\n```\n"),
    ("empty-part", data + model + "```yaml {.evaluate}\ndata: d.validation\n```\n"),
    ("unknown-part", data + model + "```yaml {.evaluate}\ndata: d.tset\n```\n"),
    ("missing-option", data + "```yaml {.figure}\ncount: 1\n```\n"),
    (
      "old-spelling",
      keras + "```python\nimport keras\nkeras.optimizers.SGD(lr=0.1)\n```\n"
    ),
    (
      "figure-file",
      keras + "```python\nimport matplotlib.pyplot as plt\nplt.savefig('x.png')\n```\n"
    ),
    (
      "conflicting-arguments",
      layer("Conv2D(4, 3, strides=2, dilation_rate=2, input_shape=(28, 28, 1))")
    ),
    ("unsupported-value", layer("PReLU(shared_axes=[1.5], input_shape=(5, 3))")),
    (
      "wrong-initializer",
      layer("Conv2D(4, 3, kernel_initializer='identity', input_shape=(28, 28, 1))")
    ),
    ("duplicate-layer-name", layer("Dense(3, name='a', input_shape=(2,))\nDense(3, name='a')")),
    (
      "crop-in-training",
      layer("RandomCrop(3, 3, input_shape=(4, 4, 1))\nFlatten()\nDense(2)")
    ),
    (
      "unknown-boundaries",
      layer("Discretization(num_bins=3, input_shape=(4,))\nDense(2)")
    ),
    ("input-shape-differs", layer("Dense(3, input_shape=(2,))\nDense(3, input_shape=(4,))")),
    (
      "broken-base",
      "```python {.model #a}\nDens(3)\n```\n\n```python {.model #b extends=a}\nDense(3)\n```\n"
    ),
    ("option-name", "```yaml {.data}\n[a]: 1\n```\n"),
    (
      "not-ascending",
      data + model + """
        ```yaml {.fit}
        loss: sparse_categorical_crossentropy
        optimizer: SGD(learning_rate=PiecewiseConstantDecay([5, 3], [0.1, 0.2, 0.3]))
        ```

        """
    ),
    (
      "not-binary",
      data + layer("Flatten(input_shape=(28, 28, 1))\nDense(1, activation='sigmoid')") + """

        ```yaml {.fit}
        loss: binary_crossentropy
        ```

        """
    ),
    ("magic-line", keras + "```python\n%matplotlib inline\n```\n"),
    ("unknown-choice", data + "```yaml {.figure}\nkind: sample\n```\n"),
    ("unknown-dataset", "```yaml {.data}\ndataset: mnsit\n```\n"),
    (
      "unknown-activation",
      "```python {.model}\nDense(3, activation='sofmax', input_shape=(2,))\n```\n"
    ),
    (
      "unknown-initializer",
      "```python {.model}\nDense(3, kernel_initializer='glorot_unifrom', input_shape=(2,))\n```\n"
    ),
    ("unknown-layer", "```python {.model}\nMaxPool(2, input_shape=(28, 28, 1))\n```\n"),
    (
      "unknown-metric",
      data + model + """
        ```yaml {.fit}
        optimizer: Adam(lr=0.1)
        loss: mse
        metrics: [acc, 'CategoricalAcuracy()']
        callbacks:
          - EarlyStopping(monitor='loss')
          - ReduceLROnPlateau(monitor='loss', patiance=2)
        ```

        """
    ),
    (
      "unknown-value",
      data + model + """
        ```yaml {.fit #t}
        loss: sparse_categorical_crossentropy
        ```

        ```yaml {.table}
        rows: {a: [t.loss, 2 * t.los]}
        ```

        ```yaml {.value}
        value: t.loss - 3 * tt.loss
        ```

        [1](run:t.lossy) [2](run:d2.x)

        """
    ),
    ("unused-option", data + model + "```yaml {.figure}\nkind: samples\nmodel: m\n```\n"),
    (
      "nothing-to-compare",
      data + model + """
        ```yaml {.fit #t}
        loss: sparse_categorical_crossentropy
        ```

        ```yaml {.figure}
        kind: compare
        of: [t]
        ```

        """
    ),
    ("no-convolution", model + "```yaml {.figure}\nkind: kernels\n```\n"),
    (
      "not-a-convolution",
      layer("Conv2D(2, 3, input_shape=(28, 28, 1))\nFlatten()")
        + "\n```yaml {.figure}\nkind: kernels\nlayer: flatten\n```\n"
    ),
    (
      "no-probabilities",
      data + layer("Flatten(input_shape=(28, 28, 1))\nDense(10)")
        + "\n```yaml {.figure}\nkind: calibration\n```\n"
    ),
    (
      "no-weights",
      layer("Flatten(input_shape=(28, 28, 1))\nDense(10)")
        + "\n```yaml {.figure}\nkind: histogram\nlayer: flatten\n```\n"
    ),
    (
      "too-large-to-draw",
      data + layer("UpSampling2D(20, input_shape=(28, 28, 1))")
        + "\n```yaml {.figure}\nkind: activations\nlayer: up_sampling2d\n```\n"
    ),
    (
      "no-slope",
      "```yaml {.data #d}\ndataset: digits\nlimit: 60\nreshape: [784]\n```\n\n"
        + layer("Embedding(256, 2, input_shape=(784,))\nFlatten()\nDense(10)")
        + "\n```yaml {.figure}\nkind: saliency\n```\n"
    ),
    ("unknown-option", data + "```yaml {.figure}\nkind: samples\ncnt: 3\ntitle: x\n```\n"),
    (
      "unknown-directive",
      "```yaml {.train}\nepochs: 1\n```\n\n```python {.modelo}\nDense(1)\n```\n"
    ),
    (
      "unknown-parameter",
      "---\ncaderno: {params: {epocas: 2}}\n---\n\n" + data + model
        + "```yaml {.fit}\nepochs: $epoca\nloss: mse\n```\n"
    ),
    (
      "unknown-attribute",
      keras + "```python\nimport numpy as np\nnp.zeros(3).shap\nnp.arrange(3)\nprnt(1)\n```\n"
    ),
    (
      "refused-base",
      keras + "```python\nimport keras\nclass Net(keras.Model):\n    pass\nNet()\n```\n"
    ),
    ("unknown-module", keras + "```python\nimport nunpy\n```\n"),
    ("unknown-front-matter", "---\ncaderno: {sede: 3}\n---\n"),
  ]
}
