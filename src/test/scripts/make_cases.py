"""Makes the results of pyradiomics' command line for the table of cases in src/test/resources/cohort.

Needs Python 3.9, pyradiomics 3.1.0, numpy 1.26.4, SimpleITK 2.5.7, and the volumes of make_oracle.py beside that
folder. Usage: python make_cases.py
Writes two.nrrd (a mask with ROIs of two and of three voxels), channels.nrrd (these, and another mask that
overlaps them), extract-channels.csv of channels.csv and params.yaml, and extract.csv, extract.json, extract.txt of cases.csv,
params.yaml and OVERRIDES; maps.json and the folder maps of maps.csv and maps.yaml.
"""
import logging
import os

import numpy as np
import ruamel.yaml
import SimpleITK as sitk
from radiomics import scripts

HERE = os.path.dirname(os.path.abspath(__file__))
FOLDER = os.path.join(HERE, "..", "resources", "cohort")
OVERRIDES = ["-s", "binWidth:10", "-s", "distances:1,2"]


class Yaml:
    """What pyradiomics 3.1.0 asks of ruamel.yaml, and newer versions of that no longer have."""

    @staticmethod
    def safe_load(text):
        return ruamel.yaml.YAML(typ="safe", pure=True).load(text)


def run(*arguments):
    # The scripts append to an output that is there.
    out = arguments[arguments.index("-o") + 1]
    if os.path.exists(out):
        os.remove(out)
    command = scripts.PyRadiomicsCommandLine(list(arguments) + ["--format-path", "basename"])
    assert command.run() == 0, arguments
    command.args.out.close()


def main():
    scripts.yaml = Yaml
    os.chdir(FOLDER)
    grid = sitk.ReadImage("../oracle/int16.nrrd")
    voxels = np.zeros(grid.GetSize()[::-1], np.uint8)
    voxels[5, 7, 5:7] = 1
    voxels[3, 4, 4] = voxels[3, 5, 4] = voxels[4, 5, 4] = 2
    mask = sitk.GetImageFromArray(voxels)
    mask.CopyInformation(grid)
    sitk.WriteImage(mask, "two.nrrd", True)
    other = sitk.GetImageFromArray((voxels[:, ::-1] > 0).astype(np.uint8))
    other.CopyInformation(grid)
    sitk.WriteImage(sitk.Compose(mask, other), "channels.nrrd", True)
    run("channels.csv", "-p", "params.yaml", "-f", "csv", "-o", "extract-channels.csv")
    for form in ("csv", "json", "txt"):
        run("cases.csv", "-p", "params.yaml", *OVERRIDES, "-f", form, "-o", "extract." + form)
    run("maps.csv", "-p", "maps.yaml", "-m", "voxel", "-od", "maps", "-f", "json", "-o", "maps.json")


if __name__ == "__main__":
    logging.disable(logging.WARNING)
    main()
