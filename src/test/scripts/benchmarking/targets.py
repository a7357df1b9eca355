"""What the software is meant to reach, beside what was measured."""
from .programs import OURS

LARGE, MEDIUM, SMALL = "large", "medium", "small"


def rows(part, kept):
    """
    :param part: of a name, the results of that part
    :return: rows of a table: target, by CPU time, by the clock, the least that is wanted
    """
    found = []

    def times(words, least, name, case, program):
        cells = []
        for key in ("cpu", "seconds"):
            theirs, ours = (part(name).value(case, p, 1, key) for p in (program, OURS))
            cells.append(theirs / ours if theirs and ours else None)
        if any(cells):
            found.append((words, cells[0], cells[1], least))

    times("large, against pictologics", 1, "warm", LARGE, "pictologics")
    times("large, against PyRadiomics", 50, "warm", LARGE, "pyradiomics")
    for case in (MEDIUM, SMALL):
        times(case + ", against pictologics", 0.5, "warm", case, "pictologics")
        times(case + ", against PyRadiomics", 20, "warm", case, "pyradiomics")
    times("1,316 features, against PyRadiomics", 20, "all", MEDIUM, "pyradiomics")
    times("GLCM maps, against PyRadiomics", 200, "maps", "part", "pyradiomics")
    times("whole process on medium, against PyRadiomics", 2, "process", MEDIUM, "pyradiomics")
    for case in (MEDIUM, LARGE):
        theirs, ours = (part("process").value(case, p, 1, "megabytes") for p in ("pyradiomics", OURS))
        if theirs and ours:
            found.append(("peak memory on %s, PyRadiomics' over ours" % case, theirs / ours, None, 1))
        base = part("process").value(SMALL, OURS, 1, "megabytes")
        if ours and base:
            allowed = base + 3 * 8 * kept["cases"][case]["box"] / 2 ** 20
            found.append(("peak memory on %s: that of small and 3 times the ROI's box in doubles, over ours" % case,
                          allowed / ours, None, 1))
    return found
