internal import Diagnostics
internal import Digests
internal import Files
internal import FoundationEssentials
internal import Notebooks

/// Solutions that were taken out of a lesson, as a file has them.
struct SolutionsFile: Codable, Equatable {
  /// A solution's text, whole lines, and its place among the student's bytes.
  struct Piece: Codable, Equatable {
    let place: Int
    let text: String
  }

  /// The form of the file.
  private var version = 1
  /// The checksum of the student's lesson.
  let studentSHA256: String
  let solutions: [Piece]

  /// The most bytes of such a file: what a lesson may have, twice, since texts in JSON are longer.
  private static let sizeLimit = 2 * NotebookFile.sizeLimit

  init(_ split: TeachingSplit) {
    studentSHA256 = SHA256Digest(of: split.student).description
    solutions = split.solutions.map {
      Piece(place: $0.place, text: String(decoding: $0.bytes, as: UTF8.self))
    }
  }

  /// - Throws: `Problem` for a file that can't be read, or is another.
  init(at path: String) throws {
    let bytes: [UInt8]
    do {
      bytes = try NamedFile.read(path, atMost: Self.sizeLimit)
    } catch {
      throw Problem(ExitCodes.notebook, code: error.code, error.message)
    }
    guard let file = try? JSONDecoder().decode(Self.self, from: Data(bytes)), file.version == 1
    else { throw Problem.noSolutions(path) }
    self = file
  }

  /// The file's bytes; equal solutions give equal ones.
  func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [0x0A]
  }

  /// The whole lesson.
  ///
  /// - Parameter path: the student's lesson.
  /// - Throws: `Problem` where the student's lesson is another than the solutions were taken out of.
  func merged(into student: [UInt8], of path: String) throws -> [UInt8] {
    guard SHA256Digest(of: student).description == studentSHA256 else {
      throw Problem.changedStudent(path)
    }
    let pieces = solutions.map { TeachingSplit.Piece(place: $0.place, bytes: Array($0.text.utf8)) }
    return TeachingSplit.merge(pieces, into: student)
  }
}

extension Problem {
  fileprivate static func noSolutions(_ path: String) -> Problem {
    Problem(
      ExitCodes.notebook, code: "no-solutions",
      Message(
        "\(path): this is no file of solutions that 'split' made",
        pt: "\(path): isto não é um arquivo de soluções feito por 'split'"))
  }

  fileprivate static func changedStudent(_ path: String) -> Problem {
    Problem(
      ExitCodes.notebook, code: "student-changed",
      Message(
        "\(path): this isn't the lesson that the solutions were taken out of, or it was edited since",
        pt: "\(path): esta não é a aula de que as soluções foram tiradas, ou foi editada depois"))
  }
}
