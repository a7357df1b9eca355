"""CPU seconds of each family's maps, here and with PyRadiomics, in one run.

Usage: python benchmark_maps.py IMAGE MASK [--label 1] [--radius 1] [--runs 5] [--families glcm,gldm]
Needs a built project (mvn test-compile, and target/classpath.txt from mvn dependency:build-classpath
-Dmdep.outputFile=target/classpath.txt), java on the path, pyradiomics, SimpleITK, numpy. Both use one thread; "first"
includes the compilation of hot loops, "later" is the mean of further runs. Only ratios count.
"""
import argparse
import os
import subprocess
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[name] = "1"

import logging
import numpy as np
import radiomics
import SimpleITK as sitk
from radiomics import featureextractor

PROJECT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", ".."))


def here(args):
    with open(os.path.join(PROJECT, "target", "classpath.txt")) as file:
        libraries = file.read().strip()
    path = os.pathsep.join(["target/classes", "target/test-classes", libraries])
    command = ["java", "-cp", path, "io.github.radiomicsnomogram.extract.MapBenchmark", os.path.abspath(args.image),
               os.path.abspath(args.mask), str(args.label), str(args.radius), str(args.runs)]
    lines = subprocess.run(command, cwd=PROJECT, check=True, stdout=subprocess.PIPE, universal_newlines=True).stdout
    return {f: (int(n), float(a), float(b)) for f, n, a, b in (line.split() for line in lines.splitlines())}


def there(args, family):
    extractor = featureextractor.RadiomicsFeatureExtractor(binWidth=25, label=args.label, kernelRadius=args.radius,
                                                           voxelBatch=1000)
    extractor.disableAllFeatures()
    extractor.enableFeatureClassByName(family)
    pair = sitk.ReadImage(args.image), sitk.ReadImage(args.mask)
    start = time.process_time()
    extractor.execute(*pair, voxelBased=True)
    return time.process_time() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("image")
    parser.add_argument("mask")
    parser.add_argument("--label", type=int, default=1)
    parser.add_argument("--radius", type=int, default=1)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--families", default="")
    args = parser.parse_args()
    radiomics.logger.setLevel(logging.CRITICAL)
    np.seterr(all="ignore")
    ours = here(args)
    print("| family | voxels | PyRadiomics, CPU s | first | later | ratio first | ratio later |\n|---|---|---|---|---|---|---|")
    for family, (voxels, first, later) in ours.items():
        if args.families and family not in args.families.split(","):
            continue
        seconds = there(args, family)
        print("| %s | %d | %.3f | %.3f | %.4f | %.0f | %.0f |" % (family, voxels, seconds, first, later, seconds / first,
                                                                 seconds / later), flush=True)


if __name__ == "__main__":
    main()
