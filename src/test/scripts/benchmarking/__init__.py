"""Parts of benchmark.py and benchmark_settings.py: cases, programs, the workers of each program, and the report."""
