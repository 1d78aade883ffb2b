import Cells
import KerasNotation
import PlotCells
import Testing
