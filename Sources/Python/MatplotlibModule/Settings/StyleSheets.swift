internal import PythonRuntime
internal import Matplotlib

/// Matplotlib's and seaborn's styles, as settings.
enum StyleSheets {
  /// What `plt.style.available` lists.
  static var names: [String] { sheets.keys.sorted() }

  /// Applies a style by its name.
  static func use(_ name: String, _ session: PlotSession, _ machine: Machine) throws(PyError) {
    if name == "default" {
      session.look = PlotLook()
      return
    }
    // Older lessons name seaborn's styles without a version.
    var own = name
    if name.hasPrefix("seaborn"), sheets[name] == nil {
      own = "seaborn-v0_8" + name.dropFirst("seaborn".count)
    }
    guard let sheet = sheets[own] else {
      throw machine.error(
        "OSError",
        "'\(name)' is not a valid package style, path of style file, URL of style file, or library style name (library styles are listed in `style.available`)"
      )
    }
    try apply(sheet, session, machine)
  }

  static func apply(
    _ sheet: String, _ session: PlotSession, _ machine: Machine
  ) throws(PyError) {
    for line in sheet.split(separator: "\n") {
      let pair = line.split(separator: ":", maxSplits: 1)
      guard pair.count == 2, let entry = SettingsTable.entries[String(pair[0])] else { continue }
      let text = String(pair[1].drop { $0 == " " })
      if pair[0] == "axes.prop_cycle" {
        session.look.cycle = text.split(separator: " ").compactMap {
          PlotColor("#\($0)") ?? PlotColor(String($0))
        }
      } else {
        try entry.set(&session.look, .string(text), machine)
      }
    }
  }

  private static let sheets: [String: String] = [
    "ggplot": """
    patch.linewidth: 0.5
    patch.edgecolor: EEEEEE
    axes.facecolor: E5E5E5
    axes.edgecolor: white
    axes.linewidth: 1
    axes.grid: True
    axes.titlesize: x-large
    axes.labelsize: large
    axes.labelcolor: 555555
    axes.prop_cycle: E24A33 348ABD 988ED5 777777 FBC15E 8EBA42 FFB5B8
    xtick.color: 555555
    ytick.color: 555555
    grid.color: white
    """,
    "fivethirtyeight": """
    lines.linewidth: 4
    axes.prop_cycle: 008fd5 fc4f30 e5ae38 6d904f 8b8b8b 810f7c
    axes.facecolor: f0f0f0
    axes.labelsize: large
    axes.grid: true
    axes.edgecolor: f0f0f0
    axes.linewidth: 3.0
    axes.titlesize: x-large
    patch.edgecolor: f0f0f0
    patch.linewidth: 0.5
    grid.linewidth: 1.0
    grid.color: cbcbcb
    xtick.major.size: 0
    ytick.major.size: 0
    font.size: 14.0
    figure.subplot.left: 0.08
    figure.subplot.right: 0.95
    figure.subplot.bottom: 0.07
    figure.facecolor: f0f0f0
    """,
    "dark_background": """
    patch.edgecolor: white
    text.color: white
    axes.facecolor: black
    axes.edgecolor: white
    axes.labelcolor: white
    axes.prop_cycle: 8dd3c7 feffb3 bfbbd9 fa8174 81b1d2 fdb462 b3de69 bc82bd ccebc4 ffed6f
    xtick.color: white
    ytick.color: white
    grid.color: white
    figure.facecolor: black
    """,
    "bmh": """
    lines.linewidth: 2.0
    patch.linewidth: 0.5
    patch.edgecolor: eeeeee
    axes.facecolor: eeeeee
    axes.edgecolor: bcbcbc
    axes.grid: True
    axes.titlesize: x-large
    axes.labelsize: large
    axes.prop_cycle: 348ABD A60628 7A68A6 467821 D55E00 CC79A7 56B4E9 009E73 F0E442 0072B2
    grid.color: b2b2b2
    grid.linestyle: --
    grid.linewidth: 0.5
    xtick.direction: in
    ytick.direction: in
    """,
    "grayscale": """
    axes.prop_cycle: 0.00 0.40 0.60 0.70
    grid.color: black
    image.cmap: gray
    """,
    "seaborn-v0_8": plain + """

      axes.edgecolor: white
      axes.facecolor: EAEAF2
      axes.grid: True
      axes.labelsize: 11
      axes.linewidth: 0
      axes.prop_cycle: 4C72B0 55A868 C44E52 8172B2 CCB974 64B5CD
      axes.titlesize: 12
      figure.figsize: 8.0, 5.5
      grid.color: white
      grid.linewidth: 1
      legend.fontsize: 10
      lines.linewidth: 1.75
      lines.markeredgewidth: 0
      lines.markersize: 7
      patch.linewidth: .3
      xtick.labelsize: 10
      xtick.major.pad: 7
      xtick.major.width: 1
      ytick.labelsize: 10
      ytick.major.pad: 7
      ytick.major.width: 1
      """,
    "seaborn-v0_8-darkgrid": plain + """

      axes.grid: True
      axes.facecolor: EAEAF2
      axes.edgecolor: white
      axes.linewidth: 0
      grid.color: white
      """,
    "seaborn-v0_8-whitegrid": plain + """

      axes.grid: True
      axes.facecolor: white
      axes.edgecolor: .8
      axes.linewidth: 1
      grid.color: .8
      """,
    "seaborn-v0_8-white": plain + """

      axes.edgecolor: .15
      axes.linewidth: 1.25
      grid.color: .8
      """,
    "seaborn-v0_8-ticks": plain + """

      axes.edgecolor: .15
      axes.linewidth: 1.25
      grid.color: .8
      xtick.major.size: 6
      ytick.major.size: 6
      """,
  ]

  /// What those of seaborn's have in common.
  private static let plain = """
    figure.facecolor: white
    text.color: .15
    axes.labelcolor: .15
    legend.frameon: False
    xtick.color: .15
    ytick.color: .15
    image.cmap: Greys
    xtick.major.size: 0
    ytick.major.size: 0
    """
}
