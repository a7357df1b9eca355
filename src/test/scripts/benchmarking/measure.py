"""What is measured: each part goes through its cases, and in each case through all programs in turn."""
import csv
import json
import os
import time

from . import programs
from .programs import OURS

PARTS = ["warm", "families", "process", "all", "maps", "cohort", "linear", "stages"]
FAMILIES = ["shape", "firstorder", "glcm", "gldm", "glrlm", "glszm", "ngtdm"]
SIZES = ["synthetic-1e3", "synthetic-1e4", "synthetic-1e5", "synthetic-1e6", "synthetic-1e7"]
COHORT = 50
COHORT_FROM = ["sts019_ct", "sts001_ct", "sts002_ct", "sts005_ct", "sts010_ct", "sts018_ct"]
STAGES_VOXELS = 1000000
TEXTURES = "glcm: , gldm: , glrlm: , glszm: , ngtdm: "
DEPRECATED = {"firstorder": ["StandardDeviation"], "shape": ["Compactness1", "Compactness2", "SphericalDisproportion"]}
FILTERED = "{imageType: {Original: {}, Wavelet: {}, LoG: {sigma: [1.0, 2.0, 3.0, 4.0, 5.0]}}, setting: {binWidth: 25, additionalInfo: false}}"
MAPS = "{featureClass: {glcm: }, setting: {binWidth: 25, additionalInfo: false}, voxelSetting: {kernelRadius: 1}}"
# They would take hours, or more memory than there is: PyRadiomics compares all pairs of mesh vertices.
TOO_LONG = {("pyradiomics", "synthetic-1e7"), ("radiomicsj", "synthetic-1e7"), ("fastrad", "synthetic-1e7"),
            ("radiomicsj", "large")}


class Measurement:

    def __init__(self, arguments, chosen, kept, again):
        self.a = arguments
        self.chosen = chosen
        self.kept = kept
        self.again = again
        self.running = {}
        for part in ["versions", "cases"] + PARTS:
            kept.setdefault(part, {})

    def run(self):
        if not self.a.parts:
            return
        self.make_cases()
        self.kept["parameters"] = self.parameters()
        for part in self.a.parts.split(","):
            getattr(self, part)()
        self.stop()

    def parameters(self):
        """Files of settings: all 111 features of the original image; 1,316 of filtered ones; maps."""
        files = {"original": self.original(), "filtered": FILTERED, "maps": MAPS}
        for name, text in files.items():
            files[name] = os.path.join(self.a.folder, name + ".yaml")
            with open(files[name], "w") as out:
                out.write(text)
        return files

    @staticmethod
    def original():
        """PyRadiomics has 107 features on by default; the other four must be named, and then all of their class."""
        lists = {"firstorder": "10Percentile 90Percentile Energy Entropy InterquartileRange Kurtosis Maximum "
                 "MeanAbsoluteDeviation Mean Median Minimum Range RobustMeanAbsoluteDeviation RootMeanSquared Skewness "
                 "TotalEnergy Uniformity Variance".split(),
                 "shape": "Elongation Flatness LeastAxisLength MajorAxisLength Maximum2DDiameterColumn "
                 "Maximum2DDiameterRow Maximum2DDiameterSlice Maximum3DDiameter MeshVolume MinorAxisLength Sphericity "
                 "SurfaceArea SurfaceVolumeRatio VoxelVolume".split()}
        named = ", ".join("%s: [%s]" % (f, ", ".join("'%s'" % n for n in lists[f] + DEPRECATED[f])) for f in lists)
        return "{imageType: {Original: {}}, featureClass: {%s, %s}, setting: {binWidth: 25, additionalInfo: false}}" % (named, TEXTURES)

    def make_cases(self):
        wanted = [n for n in self.a.cases.split(",") + ["part"] + COHORT_FROM if n]
        if "linear" in self.a.parts:
            wanted += [n for n in SIZES if n not in wanted]
        maker = self.program("pyradiomics", 1)
        if maker is None:
            raise SystemExit("The cases are made with PyRadiomics' interpreter: " + programs.INSTALL["pyradiomics"])
        made = maker.ask("prepare", os.path.abspath(self.a.data), os.path.abspath(self.a.folder), ",".join(wanted))
        if "failure" in made:
            raise SystemExit("The cases could not be made: " + made["failure"])
        self.kept["cases"].update(made)
        for name in self.a.cases.split(","):
            if name not in made:
                print("There is no case '%s': see --data." % name, flush=True)

    def program(self, name, threads):
        """The running process of a program; None if there is none."""
        if (name, threads) not in self.running:
            process, about = programs.start(name, self.chosen.get(name), threads)
            self.running[name, threads] = process
            if process is None:
                print("%s is not there: %s" % (programs.title(name), programs.INSTALL.get(name, "")), flush=True)
            else:
                self.kept["versions"][name] = about["version"]
                self.kept["ibsi"] = about.get("ibsi", self.kept.get("ibsi"))
        return self.running[name, threads]

    def stop(self):
        for process in self.running.values():
            if process is not None:
                process.end()
        self.running = {}

    def keep(self, part, case, name, threads, work):
        """Measures unless the result is there already."""
        results = self.kept[part].setdefault(case, {}).setdefault(name, {})
        if str(threads) in results and name not in self.again:
            return
        start = time.time()
        result = work()
        if result is None:
            return
        result["load"] = os.getloadavg()[0]
        results[str(threads)] = result
        print("%s %s %s %s threads: %s (%.0f s)" % (part, case, name, threads, {k: v if isinstance(v, str) else round(v, 4)
              for k, v in result.items() if k not in ("values", "voxels")}, time.time() - start), flush=True)
        with open(self.a.json, "w") as out:
            json.dump(self.kept, out, indent=1)

    def threads(self):
        return [int(t) for t in self.a.threads.split(",")]

    def each(self, part, names, threads, cases):
        """The programs take turns, case by case; each has one process for a number of threads."""
        for count in threads:
            self.stop()
            for case, words in cases:
                for name in names:
                    if (name, case) not in TOO_LONG and self.program(name, count) is not None:
                        self.keep(part, case, name, count, lambda: self.program(name, count).ask(*words))
        self.stop()

    def words(self, kind, case, parameters, families, runs):
        c = self.kept["cases"][case]
        return [kind, c["image"], c["mask"], 1, self.kept["parameters"][parameters], families, runs]

    def known(self, names):
        return [n for n in names if n in self.kept["cases"]]

    def warm(self):
        """All features of the original image, images in memory."""
        cases = [(c, self.words("extract", c, "original", "all", self.a.runs)) for c in self.known(self.a.cases.split(","))]
        self.each("warm", self.chosen, self.threads(), cases)

    def families(self):
        """Each family alone, on one thread; reading the ROI and binning are in each."""
        cases = [("%s %s" % (c, f), self.words("extract", c, "original", f, self.a.runs))
                 for c in self.known(["small", "medium", "large"]) for f in FAMILIES]
        self.each("families", [n for n in self.chosen if n in (OURS, "pyradiomics", "pictologics")], [1], cases)

    def process(self):
        """From the start of a process to its first result on disk."""
        there = [n for n in self.chosen if self.program(n, 1) is not None]
        self.stop()
        for count in self.threads():
            for case in self.known(self.a.cases.split(",")):
                for name in there:
                    if (name, case) not in TOO_LONG:
                        self.keep("process", case, name, count, lambda: programs.once(
                            name, self.chosen[name], count, self.kept["cases"][case], self.kept["parameters"]["original"], self.a.folder))

    def all(self):
        cases = [(c, self.words("extract", c, "filtered", "all", 3)) for c in self.known(["medium"])]
        self.each("all", [n for n in self.chosen if n in (OURS, "pyradiomics")], self.threads(), cases)

    def maps(self):
        cases = [(c, self.words("maps", c, "maps", "all", 3)) for c in self.known(["part"])]
        self.each("maps", [OURS], self.threads(), cases)
        cases = [(c, self.words("maps", c, "maps", "all", 0)) for c in self.known(["part"])]
        self.each("maps", [n for n in self.chosen if n == "pyradiomics"], [1], cases)

    def cohort(self):
        """Fifty cases through the command line; PyRadiomics' cases one after the other in one process."""
        self.stop()
        names = self.known(COHORT_FROM)
        if not names:
            return
        table = os.path.join(self.a.folder, "cases.csv")
        with open(table, "w", newline="") as out:
            rows = csv.writer(out)
            rows.writerow(["ID", "Image", "Mask"])
            for i in range(COHORT):
                case = self.kept["cases"][names[i % len(names)]]
                rows.writerow([i + 1, case["image"], case["mask"]])
        parameters = self.kept["parameters"]["original"]
        for count in self.threads():
            self.keep("cohort", "%d cases" % COHORT, OURS, count, lambda: programs.whole(programs.java(count) + [
                "-jar", programs.cli_jar(), "extract", table, "--param", parameters, "--jobs", str(count), "--out",
                os.path.join(self.a.folder, "cohort.csv")], count))
        if "pyradiomics" in self.chosen:
            self.keep("cohort", "%d cases" % COHORT, "pyradiomics", 1, lambda: programs.whole(programs.worker(
                self.chosen["pyradiomics"], "pyradiomics") + ["--table", table, parameters], 1))

    def linear(self):
        """Synthetic ROIs from a thousand voxels to ten million; all features."""
        cases = [(c, self.words("extract", c, "original", "all", 3)) for c in self.known(SIZES)]
        self.each("linear", [n for n in self.chosen if n in (OURS, "pictologics", "pyradiomics")], [1], cases)

    def stages(self):
        """Each stage on a synthetic ROI, and what the machine can do."""
        self.stop()
        self.keep("stages", "%d" % STAGES_VOXELS, OURS, 1, lambda: programs.stages(STAGES_VOXELS))
