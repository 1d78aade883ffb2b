import Foundation
import Testing

/// Lessons that change what they can reach, each before a lesson that changes nothing.
struct `What a lesson changes` {
  /// To try another, add a line. Each of its statements is tried whether those before it are allowed or not.
  private static let attacks = [
    "Exception.__str__ = lambda self: 'x'; ValueError.__repr__ = lambda self: 'x'",
    "KeyError.__init__ = lambda self, *args: None; del Exception.leak; setattr(KeyError, 'leak', 1)",
    "object.leak = 1; int.leak = int.__add__ = list.append = 1; str.upper = 1",
    "setattr(dict, 'get', lambda *args: 'x'); del list.append; delattr(str, 'upper')",
    "type(print).leak = 1; type(len).__call__ = 1; type(lambda: 0).leak = 1",
    "print = len.leak = 1; len = repr = 'x'; globals()['str'] = 'x'",
    "f = lambda b=[]: b; f().append(1); f.leak = f.__name__ = 'x'",
    "import re; re.error.__str__ = lambda self: 'x'; re.error.leak = 1; re.compile = print",
    "import argparse; argparse.ArgumentParser.leak = 1; argparse.Namespace.leak = 1",
    "import datetime; datetime.timedelta.total_seconds = lambda self: 'x'; datetime.timedelta.leak = 1",
    "import keras; keras.callbacks.Callback.leak = 42; keras.callbacks.History.leak = 1",
    "import keras; keras.callbacks.Callback.on_epoch_end = lambda *args: print('x')",
    "import keras; keras.layers.Layer.leak = 1; keras.layers.Dense.leak = 1",
    "import keras; keras.Model.leak = 1; keras.Model.fit = lambda *args, **others: 'x'",
    "import keras; keras.Sequential.leak = 1; keras.Sequential.fit = lambda *args, **others: 'x'",
    "import keras; keras.optimizers.Adam.leak = 1; keras.losses.MeanSquaredError.leak = 1",
    "import keras; keras.Model.__name__ = 'x'; keras.Sequential.__init__ = print",
    "import keras; keras.backend.set_floatx('float64'); keras.backend.set_epsilon(0.5)",
    "import keras; keras.backend.set_image_data_format('channels_first')",
    "import keras; keras.layers.Dense(2); keras.Sequential(); keras.backend.clear_session()",
    "import keras; keras.layers.Dense = keras.Model = keras.leak = 'x'; del keras.Sequential",
    "import keras; keras.utils.set_random_seed(3); keras.utils.to_categorical.leak = 1",
    "import numpy as np; np.ndarray.leak = 1; np.float32.leak = 1; np.finfo.leak = 1",
    "import numpy as np; np.random.seed(3); np.random.rand(3); type(np.random.default_rng(1)).leak = 1",
    "import numpy as np; np.set_printoptions(precision=2, suppress=True)",
    "import numpy as np; np.mean = np.ones = np.leak = np.pi = np.random.leak = 'x'",
    "import tensorflow as tf; tf.random.set_seed(3); tf.Tensor.leak = 1; tf.leak = 1; tf.constant = 'x'",
    "import pandas as pd; pd.DataFrame.leak = 1; pd.DataFrame.__repr__ = lambda self: 'x'",
    "import pandas as pd; pd.Series.leak = 1; pd.Series.mean = lambda self: 'x'; del pd.Series.tolist",
    "from sklearn.preprocessing import StandardScaler as S; S.fit_transform = lambda *args: 'x'",
    "import sklearn.metrics; sklearn.metrics.accuracy_score = 'x'",
    "import matplotlib.pyplot as plt; plt.rcParams['figure.figsize'] = [1, 1]; plt.plot = 'x'",
    "import matplotlib.pyplot as plt; plt.style.use('ggplot'); plt.figure(); plt.plot([5, 6])",
    "import matplotlib.pyplot as plt; type(plt.gca()).leak = 1; type(plt.figure()).leak = 1",
    "import matplotlib; matplotlib.rcParams.update({'lines.linewidth': 9}); type(matplotlib.rcParams).leak = 1",
    "import seaborn as sns; sns.set_theme(); sns.set_style('dark')",
    "import math; math.pi = 3; math.leak = math.sqrt = 1",
    "import json; json.dumps = lambda value: 'x'; json.JSONDecodeError.leak = 1",
    "import random; random.seed(3); random.random(); random.random = 'x'",
    "import sys; sys.argv.append('x'); sys.leak = 1; type(sys.stdout).leak = 1",
    "import os; os.environ['leak'] = '1'; os.makedirs('leak'); os.leak = 1",
    "import warnings; warnings.filterwarnings('ignore'); warnings.warn = print",
    "import logging; type(logging.getLogger()).leak = 1; logging.getLogger().setLevel('ERROR')",
    "from packaging import version; version.Version.leak = 1; version.parse = max",
    "import collections, string; collections.Counter = list; string.digits = 'x'",
    "import copy, functools, itertools; copy.deepcopy = functools.reduce = itertools.chain = print",
  ]

  private static let head = "---\ncaderno: {python: keras, seed: 5}\n---\n\n"

  private static func lesson(_ cells: [String]) -> String {
    head + cells.map { "```python\n\($0)\n```\n" }.joined(separator: "\n")
  }

  /// The attack as a cell that goes on after what is refused.
  private static func cell(_ attack: String) -> String {
    let lines = attack.split(separator: "; ").map {
      "try:\n    \($0)\nexcept Exception as error:\n    problems.append(error)\n"
    }
    return "say = print\nproblems = []\n" + lines.joined() + "say('done')"
  }

  /// Shows whatever a lesson before it may have changed.
  private static let imports = """
    import argparse, collections, copy, datetime, functools, itertools, json, logging, math, os, random, re, string, sys
    import keras, seaborn, warnings
    import matplotlib.pyplot as plt
    import numpy as np
    import pandas as pd
    import tensorflow as tf
    from keras import layers
    from packaging import version
    from sklearn.metrics import accuracy_score
    from sklearn.preprocessing import StandardScaler
    """

  private static let look = """
    print(str(Exception('a')), repr(ValueError('b', 1)), KeyError('k'), re.error('c'))
    print(len([1]), 'a'.upper(), {'b': 1}.get('b'), [3, 1].count(1), (lambda: 0).__name__)
    for kind in [
        int, object, dict, Exception, KeyError, re.error, argparse.ArgumentParser, argparse.Namespace,
        datetime.timedelta, json.JSONDecodeError, keras.callbacks.Callback, keras.callbacks.History, layers.Layer,
        layers.Dense, keras.Model, keras.Sequential, keras.optimizers.Adam, keras.losses.MeanSquaredError, np.ndarray,
        np.float32, np.finfo, type(np.random.default_rng(1)), tf.Tensor, pd.DataFrame, pd.Series, StandardScaler,
        type(plt.gca()), type(plt.gcf()), type(plt.rcParams), type(sys.stdout), type(logging.getLogger()),
        version.Version, type(print), type(lambda: 0)]:
        print(kind.__name__, hasattr(kind, 'leak'))
    print([hasattr(thing, 'leak') for thing in [
        math, json, np, np.random, keras, tf, plt, pd, sys, os, len, print, keras.utils.to_categorical]])
    print(math.pi, math.sqrt(4), json.dumps({'a': [1, None]}), string.digits, sys.argv, 'leak' in os.environ, os.listdir())
    print(random.random(), np.random.rand(2), np.random.default_rng(1).random(), tf.random.uniform((2,)).numpy())
    print(np.array([1.123456789, 1e-9]), np.mean(np.ones(2)), keras.backend.floatx(), keras.backend.epsilon())
    print(layers.Dense(2).name, keras.Sequential().name, keras.backend.image_data_format())
    print(plt.rcParams['figure.figsize'], plt.rcParams['lines.linewidth'], seaborn.color_palette()[0])
    print(pd.DataFrame({'a': [1.5]}), pd.Series([1, 2]).mean(), pd.Series([1.5]).tolist())
    print(datetime.timedelta(days=1).total_seconds(), version.parse('1.2') < version.parse('1.10'), re.compile('a').findall('aa'))
    print(collections.Counter('aab'), copy.deepcopy([[2]]), list(itertools.chain([1])), functools.reduce(max, [1, 3]))
    print(accuracy_score([1, 0], [1, 1]), StandardScaler().fit_transform([[1.0], [3.0]]))
    class Told(keras.callbacks.Callback):
        pass
    model = keras.Sequential([layers.Input((2,)), layers.Dense(2, activation='softmax')])
    model.compile(optimizer='adam', loss='sparse_categorical_crossentropy')
    history = model.fit(np.ones((4, 2)), np.array([0, 1, 0, 1]), epochs=1, verbose=2, callbacks=[Told()])
    print(history.history, model.name)
    plt.plot([1, 2])
    plt.title('a')
    plt.show()
    """

  private static let innocent = lesson([imports, look])

  /// What the innocent lesson is after a run in a process of its own, without a cache.
  private static let alone = Result {
    let folder = try LessonFolder(["innocent.md": innocent])
    let result = folder.caderno("run", "innocent.md", "--no-cache", "--quiet")
    return result.errors + (try folder.text("innocent.md"))
  }

  /// Runs lessons in one process, in order, and gives what they are then.
  private func outputs(
    of lessons: [(name: String, text: String)], _ options: [String]
  ) throws -> [String] {
    let folder = try LessonFolder(
      Dictionary(uniqueKeysWithValues: lessons.map { ($0.name, $0.text) }))
    _ = folder.start(["run"] + lessons.map(\.name) + ["--quiet"] + options).finish()
    return try lessons.map { try folder.text($0.name) }
  }

  @Test func `ends with its run, in one process`() throws {
    let alone = try Self.alone.get()
    #expect(alone.contains("MeanSquaredError False\n"))
    let lessons = Self.attacks.enumerated().flatMap { number, attack in
      [
        ("\(number)/attack.md", Self.lesson([Self.cell(attack)])),
        ("\(number)/innocent.md", Self.innocent),
      ]
    }
    let texts = try outputs(of: lessons, ["--no-cache"])
    for (number, attack) in Self.attacks.enumerated() {
      #expect(texts[2 * number].contains("\ndone\n"), "not tried: \(attack)")
      #expect(texts[2 * number + 1] == alone, "after \(attack)")
    }
  }

  /// The lessons that attack hold the innocent lesson's cells too, so that they could keep false outputs of them.
  @Test func `gets into no other lesson through the cache`() throws {
    let attacks = Self.attacks.enumerated().map { number, attack in
      ("\(number)-attack.md", Self.lesson([Self.imports, Self.cell(attack), Self.look]))
    }
    let texts = try outputs(of: attacks + [("innocent.md", Self.innocent)], [])
    #expect(texts.last == (try Self.alone.get()))
  }
}
