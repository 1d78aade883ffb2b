package import Diagnostics

extension Language {
  /// What Caderno adds to lessons in this language.
  package var words: any LessonWords {
    switch self {
    case .english: EnglishWords()
    case .portuguese: PortugueseWords()
    case .spanish: SpanishWords()
    }
  }
}
