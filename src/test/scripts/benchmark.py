"""Times this software, PyRadiomics and the fastest other programs in turn on the same files, and compares their values.

Usage: python benchmark.py [--pyradiomics PYTHON] [--pictologics PYTHON] [--flash PYTHON] [--fastrad PYTHON]
    [--radiomicsj PYTHON] [--data FOLDER] [--parts warm,families,process,all,maps,cohort,linear,stages] [--json FILE] [--out FILE] [--page FILE]
Each program runs in the interpreter that is given for it; those without one are left out, and the report says so. Needs a
built project (mvn package) and java on the path. Cases: CTs in FOLDER (sts019_ct, sts001_ct, sts005_ct, each with
image.nrrd and mask.nrrd: the soft-tissue sarcomas of the IBSI validation set, CC BY 3.0), as they are and resampled to a
ROI of a million voxels, and synthetic ROIs. Times differ between machines: only ratios of one run count. On a machine
that does other work look at the CPU times. Results go into the JSON file as they come; what it holds is not measured
again unless --again; the report is made from it.
"""
import argparse
import json
import os
import sys
import tempfile

from benchmarking import measure, programs, report

PEERS = ["pyradiomics", "pictologics", "flash", "fastrad", "radiomicsj"]


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for peer in PEERS:
        parser.add_argument("--" + peer, default=sys.executable if peer == "pyradiomics" else None, metavar="PYTHON",
                            help="interpreter that has " + programs.title(peer))
    parser.add_argument("--data", default=os.path.join(programs.PROJECT, "..", "shared", "golden", "radiomics"))
    parser.add_argument("--folder", default=os.path.join(tempfile.gettempdir(), "radiomics-benchmark"),
                        help="for the cases' files")
    parser.add_argument("--parts", default=",".join(measure.PARTS), help='"" only writes the report again')
    parser.add_argument("--cases", default="small,medium,large,synthetic-1e7")
    parser.add_argument("--threads", default="1,2")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--json", default=os.path.join(programs.PROJECT, "target", "benchmark.json"))
    parser.add_argument("--out", default=os.path.join(programs.PROJECT, "target", "benchmark.md"))
    parser.add_argument("--page", help="page whose tables are replaced by the report, src/site/markdown/speed.md")
    parser.add_argument("--again", default="", help="programs to measure again, by comma: ours," + ",".join(PEERS))
    return parser.parse_args()


def main():
    a = arguments()
    os.makedirs(a.folder, exist_ok=True)
    kept = {}
    if os.path.exists(a.json):
        with open(a.json) as file:
            kept = json.load(file)
    again = [programs.OURS if name == "ours" else name for name in a.again.split(",") if name]
    chosen = {programs.OURS: None}
    chosen.update({peer: getattr(a, peer) for peer in PEERS if getattr(a, peer)})
    measure.Measurement(a, chosen, kept, again).run()
    text = report.text(kept, [p for p in PEERS if p not in kept["versions"]])
    with open(a.out, "w") as out:
        out.write(text)
    if kept["linear"]:
        with open(os.path.splitext(a.out)[0] + "-linear.svg", "w") as out:
            out.write(report.linear_plot(kept))
    if a.page:
        report.into(a.page, text)
    print(text)


if __name__ == "__main__":
    main()
