import NumPyModule
import PythonRuntime
import PythonSyntax
import Tables
import Testing
import TestSupport
import TestPrograms

/// Runs a program with the modules and gives what it prints.
private func printed(_ source: String) -> String {
  Interpreter { machine in
    NumPyLibrary.install(in: machine)
    TableLibrary.install(in: machine)
  }.printed(source)
}

/// What scikit-learn 1.9.1 prints for the same lines.
struct `Programs with sklearn` {
  private static let head = """
    from sklearn.metrics import *
    from sklearn.model_selection import train_test_split
    import numpy as np
    y = [0, 1, 2, 2, 0, 1, 1]
    p = [0, 2, 2, 2, 0, 1, 0]

    """

  @Test(arguments: [
    ("confusion_matrix(y, p)", "array([[2, 0, 0],\n       [1, 1, 1],\n       [0, 0, 2]])\n"),
    ("accuracy_score(y, p)", "0.7142857142857143\n"),
    (
      "train_test_split(y, test_size=2**63 - 1)",
      "ValueError: test_size=9223372036854775807 should be either positive and smaller than the number of samples 7 or a float in the (0, 1) range\n"
    ),
    (
      "train_test_split(y, train_size=-2**63)",
      "sklearn.utils._param_validation.InvalidParameterError: The 'train_size' parameter of train_test_split must be a float in the range (0.0, 1.0), an int in the range [1, inf) or None. Got -9223372036854775808 instead.\n"
    ),
    (
      "roc_curve([1e30, 2], [0.1, 0.2])",
      "ValueError: y_true takes value in {2, 1e+30} and pos_label is not specified: either make y_true take value in {0, 1} or {-1, 1} or pass pos_label explicitly.\n"
    ),
    (
      "import pandas as pd\nlen(pd.DataFrame({'a': [1, 2]}).tail(-2**63)), len(pd.DataFrame({'a': [1, 2]}).head(-2**63))",
      "(0, 0)\n"
    ),
    (
      "confusion_matrix(y, p, normalize='true')[1]",
      "array([0.33333333, 0.33333333, 0.33333333])\n"
    ),
    (
      "train_test_split(np.arange(10), test_size=0.3, random_state=42)",
      "[array([0, 7, 2, 9, 4, 3, 6]), array([8, 1, 5])]\n"
    ),
    (
      "print(classification_report(y, p, target_names=['a', 'bb', 'ccc'], digits=3))",
      """
                    precision    recall  f1-score   support

                 a      0.667     1.000     0.800         2
                bb      1.000     0.333     0.500         3
               ccc      0.667     1.000     0.800         2

          accuracy                          0.714         7
         macro avg      0.778     0.778     0.700         7
      weighted avg      0.810     0.714     0.671         7


      """
    ),
    ("accuracy_score(range(20000), range(20000))", "1.0\n"),
    (
      "confusion_matrix(range(20000), range(20000))",
      "MemoryError: confusion_matrix() of 20000 classes takes too much memory\n"
    ),
    (
      "train_test_split(np.arange(20000), stratify=np.arange(20000) // 8)[0].shape",
      "(15000,)\n"
    ),
    (
      "accuracy_score([1, 2], [1])",
      "ValueError: Found input variables with inconsistent numbers of samples: [2, 1]\n"
    ),
  ])
  func `print what scikit-learn prints`(source: String, expected: String) {
    #expect(printed(Self.head + source) == expected)
  }

  @Test func `have cases`() { #expect(RecordedProgram.tables.count >= 40) }

  @Test(arguments: RecordedProgram.tables)
  func `print what the libraries print`(sample: RecordedProgram) {
    #expect(printed(sample.source) == sample.output)
  }

  @Test func `have frames of columns`() {
    let source = """
      import pandas as pd
      df = pd.DataFrame({'loss': [0.5, 0.25], 'acc': [0.8, 0.9]})
      df['epoch'] = [0, 1]
      print(df.shape, df['loss'].values, df.acc.max())
      df['x']
      """
    #expect(
      printed(source) == "(2, 3) [0.5  0.25] 0.9\nKeyError: 'x'\n")
  }
}
