import Foundation
import Testing

/// Pictures that a lesson's author names.
struct `A picture of the prose` {
  private static let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>\n"
  /// The least that tells a PNG, behind it so many bytes.
  private static func png(_ count: Int) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [UInt8](repeating: 7, count: count - 8)
  }

  private func lesson(_ text: String) throws -> LessonFolder {
    let folder = try LessonFolder(["l.md": text, "img/cat.svg": Self.svg])
    try folder.write(Self.png(100), to: "my dog.png")
    return folder
  }

  @Test func `stands in the page`() throws {
    let folder = try lesson(
      "# T\n\n![a cat](./img//cat.svg \"Tom\"){width=50%}\n\n![dog](my%20dog.png)\n")
    #expect(folder.caderno("render", "l.md", "--quiet") == ProgramResult(status: 0))
    let page = try folder.text("l.html")
    let cat = Data(Self.svg.utf8).base64EncodedString()
    #expect(
      page.contains(
        "<img src=\"data:image/svg+xml;base64,\(cat)\" alt=\"a cat\" class=\"w50p\" title=\"Tom\">")
    )
    #expect(page.contains("img.w50p{width:50%}\n</style>"))
    #expect(page.contains("<img src=\"data:image/png;base64,"))
    #expect(page.contains("img-src data:; "))
    #expect(!folder.exists(".caderno/made"))
  }

  @Test func `lies beside the page where it is large`() throws {
    let folder = try lesson("![big](img/big.png) ![cat](img/cat.svg)\n")
    try folder.write(Self.png(1 << 20 + 1), to: "img/big.png")
    #expect(folder.caderno("render", "l.md", "-o", "out/", "--to", "html", "--quiet").status == 0)
    let page = try folder.text("out/l.html")
    #expect(page.contains("<img src=\"img/big.png\" alt=\"big\">"))
    #expect(page.contains("<img src=\"data:image/svg+xml"))
    #expect(page.contains("img-src data: 'self'; "))
    #expect(folder.exists("out/img/big.png") && !folder.exists("out/img/cat.svg"))
  }

  @Test func `lies where it is wanted`() throws {
    let folder = try lesson("![cat](img/cat.svg) ![dog](<my dog.png>)\n")
    let words = ["render", "l.md", "-o", "out/", "--to", "html", "--quiet", "--pictures"]
    #expect(folder.start(words + ["beside"]).finish().status == 0)
    #expect(try folder.text("out/l.html").contains("<img src=\"my%20dog.png\" alt=\"dog\">"))
    #expect(try folder.text("out/img/cat.svg") == Self.svg)
    #expect(folder.start(words + ["page"]).finish().status == 0)
    #expect(try !folder.text("out/l.html").contains("<img src=\"my"))
  }

  @Test(arguments: ["md", "ipynb"]) func `goes where the lesson goes`(format: String) throws {
    let folder = try lesson("![cat](img/cat.svg)\n\n![cat again](img/cat.svg)\n")
    let words = ["render", "l.md", "-o", "out/", "--to", format, "--quiet"]
    #expect(folder.start(words).finish().status == 0)
    #expect(try folder.text("out/img/cat.svg") == Self.svg)
    // What its author changed is copied anew; what somebody else put there stays.
    try folder.write("<svg/>", to: "img/cat.svg")
    #expect(folder.start(words).finish().status == 0)
    #expect(try folder.text("out/img/cat.svg") == "<svg/>")
    try folder.write("somebody's", to: "out/img/cat.svg")
    #expect(
      folder.start(words).finish()
        == ProgramResult(
          status: 2,
          errors: """
            caderno: error: out/img/cat.svg: another file stands where the lesson's picture goes [file-exists]
              hint: move it, or choose another folder

            """))
    #expect(try folder.text("out/img/cat.svg") == "somebody's")
  }

  @Test func `is not copied beside a single file, where others' may be`() throws {
    let folder = try lesson("![cat](img/cat.svg)\n")
    try folder.write("somebody's", to: "out/img/cat.svg")
    #expect(
      folder.caderno("render", "l.md", "-o", "out/p.md")
        == ProgramResult(
          status: 0,
          errors: """
            its picture was not copied: name a folder after --output to have them there
            wrote out/p.md

            """))
    #expect(try folder.text("out/img/cat.svg") == "somebody's")
    try folder.write(Self.png(1 << 20 + 1), to: "img/cat.svg")
    #expect(folder.caderno("render", "l.md", "-o", "p.html", "--quiet").status == 0)
    #expect(try folder.text("p.html").contains("<img src=\"data:image/png"))
    let beside = folder.caderno("render", "l.md", "-o", "p.html", "--pictures", "beside")
    #expect(beside.status == 64)
  }

  @Test func `beside the lesson is left alone`() throws {
    let folder = try lesson("![cat](img/cat.svg)\n")
    let before = try folder.contents()
    #expect(folder.caderno("render", "l.md", "-o", ".", "--to", "ipynb", "--quiet").status == 0)
    #expect(try folder.contents().filter { $0.key != "l.ipynb" } == before)
  }

  @Test func `that no page shows is named`() throws {
    let folder = try lesson(
      """
      ![gone](img/dog.svg) ![out](../up.png) ![abs](/etc/hosts)

      ![far](https://example.org/a.png)

      - ![text](l.md)

      ![](img/cat.svg){width=30%} ![ ](img/cat.svg){width=20%}

      """)
    let found = folder.caderno("lint", "l.md")
    #expect(found.status == 0)
    #expect(
      found.errors == """
        l.md:1:1: warning: the picture 'img/dog.svg' is not read: No such file or directory [file-missing]
            1 | ![gone](img/dog.svg) ![out](../up.png) ![abs](/etc/hosts)
              | ^~~~~~~~~~~~~~~~~~~~
        l.md:1:22: warning: the picture '../up.png' is not read: only what is inside the lesson's folder is used, by a path without '..' [outside-folder]
            1 | ![gone](img/dog.svg) ![out](../up.png) ![abs](/etc/hosts)
              |                      ^~~~~~~~~~~~~~~~~
        l.md:1:40: warning: the picture '/etc/hosts' is not read: only what is inside the lesson's folder is used, by a path without '..' [outside-folder]
            1 | ![gone](img/dog.svg) ![out](../up.png) ![abs](/etc/hosts)
              |                                        ^~~~~~~~~~~~~~~~~~
        l.md:3:1: warning: the picture 'https://example.org/a.png' lies elsewhere, and a page loads nothing: readers get its alternative text [picture-elsewhere]
            3 | ![far](https://example.org/a.png)
              | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
          hint: put the file into the lesson's folder
        l.md:5:3: warning: 'l.md' is no picture that a page shows: SVG, PNG, JPEG, GIF or WebP [picture-kind]
            5 | - ![text](l.md)
              |   ^~~~~~~~~~~~~
        l.md:7:1: warning: the picture 'img/cat.svg' has no alternative text [picture-without-text]
            7 | ![](img/cat.svg){width=30%} ![ ](img/cat.svg){width=20%}
              | ^~~~~~~~~~~~~~~~
          hint: say between the brackets what it shows
        l.md:7:17: note: pages follow sizes behind pictures; GitHub shows the braces as they are [picture-size]
            7 | ![](img/cat.svg){width=30%} ![ ](img/cat.svg){width=20%}
              |                 ^~~~~~~~~~~
        l.md:7:29: warning: the picture 'img/cat.svg' has no alternative text [picture-without-text]
            7 | ![](img/cat.svg){width=30%} ![ ](img/cat.svg){width=20%}
              |                             ^~~~~~~~~~~~~~~~~
          hint: say between the brackets what it shows
        l.md: fine (0 directives)

        """)
  }

  @Test func `of a Jupyter notebook's prose stands in its page, too`() throws {
    let folder = try lesson("")
    let cell =
      #"{"cell_type": "markdown", "id": "a", "metadata": {}, "source": "![cat](img/cat.svg)"}"#
    try folder.write(
      #"{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [\#(cell)]}"#, to: "n.ipynb")
    #expect(folder.caderno("lint", "n.ipynb", "--quiet") == ProgramResult(status: 0))
    #expect(folder.caderno("render", "n.ipynb", "--quiet") == ProgramResult(status: 0))
    #expect(try folder.text("n.html").contains("<img src=\"data:image/svg+xml"))
  }
}
