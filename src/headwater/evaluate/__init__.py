"""How good the pipeline is: scores against cases, articles and pairs marked by hand."""
